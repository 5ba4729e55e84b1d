/** Hides fields that the other answers do not ask for. Without script they stay visible with their note. */
const holders = [...document.querySelectorAll<HTMLElement>('[data-when]')];

function holds(holder: HTMLElement): boolean {
  const wanted = (holder.dataset.whenAny ?? '').split(' ');
  const name = holder.dataset.when ?? '';
  return [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${CSS.escape(name)}"]`)].some((control) => {
    const off = control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox') && !control.checked;
    return !off && control.closest('[hidden]') === null && wanted.includes(control.value);
  });
}

const update = (): void => {
  for (const holder of holders) holder.hidden = !holds(holder);
};

document.addEventListener('change', update);
update();
