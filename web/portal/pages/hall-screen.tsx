import type { ReactElement, ReactNode } from 'react';
import type { Language, Localized } from '../../../contract/language.ts';
import type { HallRow, HallScreen } from '../../../contract/live.ts';
import { hallScreenMessages } from '../../../contract/messages/hall-screen.ts';
import { clockOf, dayWords, weekdayWords } from '../../ui/dates.ts';
import { Light } from '../../ui/light/light.tsx';
import { Qr } from '../../ui/qr/qr.tsx';
import { speaker, uiOrOther, type Speaker } from '../../ui/speak.ts';
import type { PageContext } from '../context.ts';

/** Seconds after which the page loads itself anew in a browser without script. */
const withoutScriptSeconds = 60;

type Say = Speaker<typeof hallScreenMessages>;

/** The two languages of a screen, the first the larger: that of the page, and English; beside English 简体. */
export function languagesOf(first: Language): readonly [Language, Language] {
  return [first, first === 'en' ? 'zh-CN' : 'en'];
}

/** The same thing in both languages, the second below and smaller. `of` gives the words of one. */
function Both({ languages, of }: { readonly languages: readonly [Language, Language]; readonly of: (say: Say, language: Language) => ReactNode }): ReactElement {
  const [first, second] = languages;
  return (
    <>
      <span className="hs-first">{of(speaker(hallScreenMessages, first), first)}</span>
      {' '}
      <span className="hs-second" lang={second}>{of(speaker(hallScreenMessages, second), second)}</span>
    </>
  );
}

interface Shown {
  readonly languages: readonly [Language, Language];
  readonly screen: HallScreen;
}

function Figures({ languages, screen }: Shown): ReactElement {
  const figures = [['hall.received', screen.received], ['hall.finished', screen.finished], ['hall.waiting', screen.waiting]] as const;
  return (
    <dl className="hs-figures">
      {figures.map(([code, number]) => (
        <div key={code}>
          <dt><Both languages={languages} of={(say) => say(code)} /></dt>
          <dd className="ym-numerals">{number}</dd>
        </div>
      ))}
    </dl>
  );
}

function Row({ row, languages, today }: { readonly row: HallRow; readonly languages: Shown['languages']; readonly today: string }): ReactElement {
  const { itemName, status, dueOn, light } = row;
  const name = (text: Localized) => (_say: Say, language: Language) => text[language];
  return (
    <tr>
      <th scope="row" className="hs-tail ym-numerals">{row.numberTail}</th>
      <td className="hs-item"><Both languages={languages} of={name(itemName)} /></td>
      <td><Both languages={languages} of={(_say, language) => uiOrOther(language, 'status', status)} /></td>
      <td className="hs-date"><Both languages={languages} of={(say, language) => (dueOn ? dayWords(dueOn, language, today) : say('hall.no_date'))} /></td>
      <td>{light ? <Both languages={languages} of={(_say, language) => <Light state={light} language={language} />} /> : null}</td>
    </tr>
  );
}

function Matters({ languages, screen }: Shown): ReactElement {
  if (screen.rows.length === 0) return <p className="hs-none"><Both languages={languages} of={(say) => say('hall.none')} /></p>;
  return (
    <table className="hs-matters">
      <caption className="ym-visually-hidden"><Both languages={languages} of={(say) => say('hall.newest')} /></caption>
      <thead>
        <tr>
          {(['hall.number', 'hall.item', 'hall.status', 'hall.promised', 'hall.light'] as const).map((code) => <th key={code} scope="col"><Both languages={languages} of={(say) => say(code)} /></th>)}
        </tr>
      </thead>
      <tbody>{screen.rows.map((row, i) => <Row key={`${row.numberTail} ${i}`} row={row} languages={languages} today={screen.on} />)}</tbody>
    </table>
  );
}

/** What the reader must know of the figures, and the way to his own matter. */
function Foot({ languages, progressUrl }: Pick<Shown, 'languages'> & { readonly progressUrl: string }): ReactElement {
  const [first] = languages;
  return (
    <footer className="hs-foot">
      <Qr text={progressUrl} label={`${speaker(hallScreenMessages, first)('hall.mine')} ${progressUrl}`} />
      <div>
        <p><Both languages={languages} of={(say) => say('hall.mine')} /></p>
        <p className="hs-quiet"><Both languages={languages} of={(say) => say('hall.explained')} /></p>
      </div>
    </footer>
  );
}

/**
 * The screen on the wall of a hall: the numbers of the day and the newest matters, in two languages, paper and ink exchanged. Nobody touches it and
 * nobody's name is on it. Script brings changes as they happen (islands/hall-screen.ts); without script it loads itself anew every minute.
 */
export function HallScreenPage({ ctx, screen, language }: { readonly ctx: PageContext; readonly screen: HallScreen; readonly language: Language }): ReactElement {
  const languages = languagesOf(language);
  const say = speaker(hallScreenMessages, language);
  const style = ctx.asset('hall-screen.css');
  const script = ctx.asset('hall-screen');
  return (
    <html lang={language} data-scheme="dark" className="hs">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{say('hall.title', { name: screen.name[language] })}</title>
        <link rel="icon" href="data:," />
        <noscript><meta httpEquiv="refresh" content={String(withoutScriptSeconds)} /></noscript>
        {style ? <link rel="stylesheet" href={style} /> : null}
        {script ? <script type="module" src={script} /> : null}
      </head>
      <body>
        <main id="screen" className="hs-main" data-live={`/api/v1/halls/${screen.institution}/live`}>
          <header className="hs-head">
            <h1><Both languages={languages} of={(_say, one) => screen.name[one]} /></h1>
            <p className="hs-lost"><Both languages={languages} of={(speak) => speak('hall.reconnecting')} /></p>
            <p className="hs-day ym-numerals">
              <Both languages={languages} of={(speak, one) => speak('hall.today', { date: dayWords(screen.on, one, screen.on), weekday: weekdayWords(screen.on, one) })} />
            </p>
            <p className="hs-counted ym-numerals">
              <Both languages={languages} of={(speak) => speak('hall.counted', { time: clockOf(screen.at) })} />
            </p>
          </header>
          <Figures languages={languages} screen={screen} />
          <Matters languages={languages} screen={screen} />
          <Foot languages={languages} progressUrl={`${ctx.publicUrl}/progress`} />
        </main>
      </body>
    </html>
  );
}
