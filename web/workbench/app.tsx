import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { Me } from '../../contract/people.ts';
import { StepUp } from './account/second-step.tsx';
import { CalendarAlarm } from './calendar/calendar-alarm.tsx';
import { FirstStart } from './entrance/first-start.tsx';
import { SignIn, SignInAgain } from './entrance/sign-in.tsx';
import { listenToKeys } from './keys/use-keys.ts';
import { useLive } from './server/live.ts';
import { useSessionEnded } from './server/session-end.ts';
import { useMe } from './server/session.ts';
import { useAskedToShow } from './server/step-up.ts';
import { placesFor } from './shell/places.ts';
import { FailureNotice, SkeletonRows } from './shell/states.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useWords } from './words/words.tsx';

const Intake = lazy(async () => ({ default: (await import('./intake/intake-screen.tsx')).IntakeScreen }));
const Worklist = lazy(async () => ({ default: (await import('./worklist/worklist-screen.tsx')).WorklistScreen }));
const Staff = lazy(async () => ({ default: (await import('./staff/staff-screen.tsx')).StaffScreen }));
const Keys = lazy(async () => ({ default: (await import('./key-changes/keys-screen.tsx')).KeysScreen }));
const Units = lazy(async () => ({ default: (await import('./units/units-screen.tsx')).UnitsScreen }));
const Supervision = lazy(async () => ({ default: (await import('./supervision/supervision-screen.tsx')).SupervisionScreen }));
const Orders = lazy(async () => ({ default: (await import('./supervision/orders-screen.tsx')).OrdersScreen }));
const Wall = lazy(async () => ({ default: (await import('./supervision/wall-screen.tsx')).WallScreen }));
const Evaluations = lazy(async () => ({ default: (await import('./evaluations/evaluations-screen.tsx')).EvaluationsScreen }));
const Tablet = lazy(async () => ({ default: (await import('./evaluations/evaluation-tablet.tsx')).EvaluationTablet }));
const Calendar = lazy(async () => ({ default: (await import('./calendar/calendar-screen.tsx')).CalendarScreen }));
const Absences = lazy(async () => ({ default: (await import('./absence/absence-screen.tsx')).AbsenceScreen }));
const Ledger = lazy(async () => ({ default: (await import('./ledger/ledger-screen.tsx')).LedgerScreen }));
const Audit = lazy(async () => ({ default: (await import('./audit/audit-screen.tsx')).AuditScreen }));
const Account = lazy(async () => ({ default: (await import('./account/account-screen.tsx')).AccountScreen }));
const Privacy = lazy(async () => ({ default: (await import('./privacy/privacy-screen.tsx')).PrivacyScreen }));
const Settings = lazy(async () => ({ default: (await import('./operations/operations-screen.tsx')).OperationsScreen }));
const Law = lazy(async () => ({ default: (await import('./law/law-screen.tsx')).LawScreen }));
const Backoffices = lazy(async () => ({ default: (await import('./backoffices/backoffices-screen.tsx')).BackofficesScreen }));
const CatalogueEditor = lazy(async () => ({ default: (await import('./catalogue/editor/editor-screen.tsx')).EditorScreen }));
const Catalogue = lazy(async () => ({ default: (await import('./catalogue/catalogue-screen.tsx')).CatalogueScreen }));

const CatalogueChanges = lazy(async () => ({ default: (await import('./catalogue/versions/changes-screen.tsx')).ChangesScreen }));
const ItemVersions = lazy(async () => ({ default: (await import('./catalogue/versions/item-versions-screen.tsx')).ItemVersionsScreen }));

/** The workbench: the entrance for who is not signed in, the screens of one's posts for who is. */
export function App(): ReactElement {
  useEffect(listenToKeys, []);
  const [location] = useLocation();
  const me = useMe();
  if (location === '/first-start') return <FirstStart />;
  // The tablet at a window is nobody's desk: it is paired, not signed in.
  if (location === '/tablet') return <Suspense fallback={<main className="wb-plain"><SkeletonRows count={3} height="card" /></main>}><Tablet /></Suspense>;
  if (me.isPending) return <main className="wb-entrance"><SkeletonRows count={3} height="card" /></main>;
  if (me.isError) return <main className="wb-entrance"><FailureNotice error={me.error} onRetry={() => void me.refetch()} /></main>;
  if (me.data.kind !== 'staff') return <SignIn due={me.data.due} />;
  if (location === '/supervision/wall' && placesFor(me.data).some((place) => place.name === 'supervision')) return <Suspense fallback={<main className="wb-plain"><SkeletonRows count={8} /></main>}><Wall /></Suspense>;
  return <Desk me={me.data} />;
}

function Desk({ me }: { readonly me: Me }): ReactElement {
  useLive([]);
  const ended = useSessionEnded();
  const asked = useAskedToShow();
  const { t } = useWords();
  return (
    <>
      <a className="wb-skip" href="#content">{t('app.skip')}</a>
      <TopBar me={me} />
      <CalendarAlarm me={me} />
      <Suspense fallback={<main className="wb-plain"><SkeletonRows count={8} /></main>}>
        <Screens me={me} />
      </Suspense>
      {ended ? <SignInAgain /> : asked ? <StepUp /> : null}
    </>
  );
}

function Screens({ me }: { readonly me: Me }): ReactElement {
  const places = placesFor(me);
  const may = (name: string) => places.some((place) => place.name === name);
  const first = places[0];
  return (
    <Switch>
      {may('intake') ? <Route path="/intake/:draftId?">{({ draftId }) => <Intake me={me} draftId={draftId} />}</Route> : null}
      {may('worklist') ? <Route path="/worklist/:matterId?">{({ matterId }) => <Worklist matterId={matterId} />}</Route> : null}
      {may('staff') ? <Route path="/staff"><Staff /></Route> : null}
      {may('keys') ? <Route path="/keys"><Keys /></Route> : null}
      {may('units') ? <Route path="/units/:code?">{({ code }) => <Units code={code} />}</Route> : null}
      {may('catalogue') ? <Route path="/catalogue/edit/:changeId">{({ changeId }) => <CatalogueEditor changeId={changeId} />}</Route> : null}
      {may('catalogue') ? <Route path="/catalogue/changes/:changeId?">{({ changeId }) => <CatalogueChanges changeId={changeId} />}</Route> : null}
      {may('catalogue') ? <Route path="/catalogue/:taskCode/versions">{({ taskCode }) => <ItemVersions taskCode={taskCode} />}</Route> : null}
      {may('catalogue') ? <Route path="/catalogue/:taskCode?">{({ taskCode }) => <Catalogue taskCode={taskCode} />}</Route> : null}
      {may('supervision') ? <Route path="/supervision/:unit?">{({ unit }) => <Supervision unit={unit} />}</Route> : null}
      {may('orders') ? <Route path="/orders/:orderId?">{({ orderId }) => <Orders orderId={orderId} />}</Route> : null}
      {may('evaluations') ? <Route path="/evaluations/:caseId?">{({ caseId }) => <Evaluations me={me} caseId={caseId} />}</Route> : null}
      {may('backoffices') ? <Route path="/backoffices/:backofficeId?">{({ backofficeId }) => <Backoffices me={me} backofficeId={backofficeId} />}</Route> : null}
      {may('calendar') ? <Route path="/calendar/:year?">{({ year }) => <Calendar year={year} />}</Route> : null}
      {may('absences') ? <Route path="/absences"><Absences /></Route> : null}
      {may('ledger') ? <Route path="/ledger"><Ledger /></Route> : null}
      {may('audit') ? <Route path="/audit/:part?">{({ part }) => <Audit me={me} part={part} />}</Route> : null}
      {may('privacy') ? <Route path="/privacy/:part?">{({ part }) => <Privacy part={part} />}</Route> : null}
      {may('settings') ? <Route path="/settings"><Settings /></Route> : null}
      {may('law') ? <Route path="/law"><Law /></Route> : null}
      <Route path="/account"><Account me={me} /></Route>
      <Route path="/">{first ? <Redirect to={first.path} replace /> : <NothingHere me={me} />}</Route>
      <Route><NoSuchScreen me={me} /></Route>
    </Switch>
  );
}

/** For posts without a screen: says so, and where the public progress is found. */
function NothingHere({ me }: { readonly me: Me }): ReactElement {
  const { t, of, language } = useWords();
  return (
    <main className="wb-plain" id="content">
      <h1>{t('nothing.title')}</h1>
      <p>{me.posts.length > 0 ? t('nothing.posts', { posts: me.posts.map((post) => `${of(post.institutionName)} · ${t(`role.${post.role}`)}`).join(language === 'en' ? ', ' : '、') }) : t('nothing.no_posts')}</p>
      <p><a href="/progress">{t('nothing.progress')}</a></p>
    </main>
  );
}

function NoSuchScreen({ me }: { readonly me: Me }): ReactElement {
  const { t } = useWords();
  const first = placesFor(me)[0];
  return (
    <main className="wb-plain" id="content">
      <h1>{t('unknown.title')}</h1>
      <p>{t('unknown.words')}</p>
      <p><a href={`/workbench${first?.path ?? '/'}`}>{t('unknown.back')}</a></p>
    </main>
  );
}
