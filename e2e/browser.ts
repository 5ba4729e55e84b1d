import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from 'playwright-core';

const project = fileURLToPath(new URL('..', import.meta.url));
const cache = join(project, 'node_modules', '.cache');

/** The folder of the unpacked browser, named by its version so that an upgrade never meets an old one. */
function browserFolder(): string {
  const { version } = JSON.parse(readFileSync(join(project, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  return join(cache, `chromium-${version}`);
}

/** Unpacks the browser once and writes its font configuration; two callers at once do no harm. Takes about two seconds the first time. */
export function prepareBrowser(): { executable: string; env: Record<string, string> } {
  const folder = browserFolder();
  if (!existsSync(join(folder, 'chromium'))) {
    const making = `${folder}.${process.pid}`;
    mkdirSync(making, { recursive: true });
    const unpacked = spawnSync(process.execPath, [join(project, 'e2e/unpack-browser.mjs')], { env: { ...process.env, TMPDIR: making, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }, encoding: 'utf8' });
    if (unpacked.status !== 0) throw new Error(`the browser could not be unpacked: ${unpacked.stderr}`);
    try {
      renameSync(making, folder);
    } catch (error) {
      if (!existsSync(join(folder, 'chromium'))) throw error;
    }
  }
  const fonts = join(folder, 'fonts.conf');
  // Chinese renders from the font that ships with us; nothing of the machine is needed.
  writeFileSync(fonts, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(project, 'node_modules/@expo-google-fonts/noto-sans-sc')}</dir><cachedir>${join(folder, 'fontcache')}</cachedir></fontconfig>`);
  return { executable: join(folder, 'chromium'), env: { FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), HOME: folder } };
}

function launchOptions(): LaunchOptions {
  const { executable, env } = prepareBrowser();
  return {
    executablePath: executable,
    headless: true,
    env: { ...process.env, ...env } as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  };
}

/** A running headless browser; quiet, without a network of its own. */
export const openBrowser = (): Promise<Browser> => chromium.launch(launchOptions());

/** The same for several processes: each connects to its `wsEndpoint()`. */
export const openBrowserServer = (): Promise<BrowserServer> => chromium.launchServer(launchOptions());
