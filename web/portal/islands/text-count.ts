/** Keeps "written so many of at most so many" true while somebody types. */
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-count]')) {
  const line = document.getElementById(area.dataset.count ?? '');
  const words = area.dataset.countWords ?? '';
  const update = (): void => {
    if (line) line.textContent = words.replace('{count}', String([...area.value.trim()].length));
  };
  area.addEventListener('input', update);
  update();
}
