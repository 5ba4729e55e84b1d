/** A form marked data-once is sent once for each time it is shown: a second click waits. The server keeps the promise by itself (command ids); this spares the wait. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  // Back from the next page the form is ready again.
  addEventListener('pageshow', () => {
    sent = false;
  });
}
