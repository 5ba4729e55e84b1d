/**
 * Unpacks the npm Chromium into the folder given by TMPDIR, with the libraries a bare machine lacks. Run in a process of its own: the package
 * reads the folder and the runtime from the environment once.
 */
import chromium from '@sparticuz/chromium';

process.stdout.write(await chromium.executablePath());
