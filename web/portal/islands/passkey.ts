/**
 * Lets a form marked data-passkey ask the browser for a passkey: a fresh challenge, the browser's own question, and then the form is sent with the
 * answer in it. The form is hidden until here it is known that the browser can; without script the page stays with the code by telephone.
 */
interface Challenge {
  readonly challengeId: string;
  readonly options: Record<string, unknown>;
}

/** What the server said no with (RFC 9457): `title` in the reader's language. */
interface Problem {
  readonly code?: string;
  readonly title?: string;
}

type Form = HTMLFormElement;
const control = (form: Form, name: string): HTMLInputElement | null => form.querySelector(`input[name="${name}"]`);
const factorNeeded = ['session.second_factor_needed', 'account.show_again'];

function say(form: Form, text: string | undefined): void {
  const line = form.querySelector<HTMLElement>('[data-passkey-fault]');
  if (!line) return;
  // An alert only once it says something: an empty one is read out by nobody.
  if (text) line.setAttribute('role', 'alert');
  else line.removeAttribute('role');
  line.textContent = text ?? '';
  line.hidden = !text;
}

/** The browser's reason in the page's words. It keeps little apart on purpose: who cancels and who has none look the same (WebAuthn §5.1.3, §5.1.4). */
function faultOf(form: Form, thrown: unknown): string | undefined {
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return form.dataset.cancelled;
  if (name === 'InvalidStateError') return form.dataset.thereAlready;
  return name === 'SecurityError' ? form.dataset.address : form.dataset.browser;
}

/** A challenge; undefined where the server refused, which is said, or where showing who one is comes first. */
async function challengeFor(form: Form): Promise<Challenge | undefined> {
  const token = control(form, 'csrf')?.value;
  const headers = { 'content-type': 'application/json', 'accept-language': document.documentElement.lang, ...(token ? { 'x-csrf-token': token } : {}) };
  const answer = await fetch('/api/v1/passkey-challenges', { method: 'POST', headers, body: JSON.stringify({ purpose: form.dataset.passkey }) });
  if (answer.ok) return (await answer.json()) as Challenge;
  const problem = (await answer.json().catch(() => ({}))) as Problem;
  if (factorNeeded.includes(problem.code ?? '')) location.assign(`/step-up?next=${encodeURIComponent(location.pathname)}`);
  else say(form, problem.title ?? form.dataset.call);
  return undefined;
}

async function ask(form: Form): Promise<void> {
  say(form, undefined);
  const [ceremonies, challenge] = await Promise.all([import('@simplewebauthn/browser'), challengeFor(form)]).catch(() => [undefined, undefined] as const);
  if (!ceremonies) return say(form, form.dataset.call);
  if (!challenge) return;
  const [optionsJSON, id, filled] = [challenge.options as never, control(form, 'challengeId'), control(form, 'answer')];
  try {
    const answer = form.dataset.passkey === 'register' ? await ceremonies.startRegistration({ optionsJSON }) : await ceremonies.startAuthentication({ optionsJSON });
    if (id) id.value = challenge.challengeId;
    if (filled) filled.value = JSON.stringify(answer);
    form.submit();
  } catch (thrown) {
    say(form, faultOf(form, thrown));
  }
}

if ('PublicKeyCredential' in window) {
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey-place]')) place.hidden = false;
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey-none]')) place.hidden = true;
  for (const form of document.querySelectorAll<Form>('form[data-passkey]')) {
    let asking = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (asking) return;
      asking = true;
      void ask(form).then(() => {
        asking = false;
      });
    });
  }
}
