/** Brings the reader to the summary of what is wrong, and from a line of it into the field. */
const summary = document.getElementById('error-summary');
summary?.focus();
summary?.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  const field = document.getElementById(link?.hash.slice(1) ?? '');
  if (!field) return;
  event.preventDefault();
  (field.closest('.ym-field, li') ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
});
