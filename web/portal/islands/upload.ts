/** Uploads as soon as a file is chosen, and says at once that a file is too large instead of sending it for nothing. */
const mega = 1024 * 1024;

function complain(form: HTMLFormElement, input: HTMLInputElement, text: string): void {
  const id = `${input.id}-error`;
  const line = document.getElementById(id) ?? Object.assign(document.createElement('div'), { id, className: 'ym-field__error' });
  line.textContent = text;
  line.setAttribute('role', 'alert');
  form.querySelector('.pt-upload__line')?.before(line);
  input.setAttribute('aria-describedby', id);
  input.setAttribute('aria-invalid', 'true');
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const button = form.querySelector<HTMLButtonElement>('button');
  const limit = Number(form.dataset.uploadLimit);
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > limit * mega) {
      complain(form, input, (form.dataset.uploadTooLarge ?? '').replace('{file}', file.name));
      input.value = '';
      return;
    }
    if (button) button.textContent = form.dataset.uploadBusy ?? '';
    form.requestSubmit?.() ?? form.submit();
  });
}
