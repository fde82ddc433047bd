// Buttons with `data-copy` copy that text, and say so. They are hidden where there is no clipboard.
const show = () => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll('[data-copy][hidden]')) button.hidden = false;
};

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-copy]') : null;
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const before = button.textContent;
  button.textContent = button.dataset.copied;
  const status = button.nextElementSibling;
  if (status) status.textContent = button.dataset.copied;
  setTimeout(() => {
    button.textContent = before;
    if (status) status.textContent = '';
  }, 2000);
});

document.addEventListener('htmx:after:swap', show);
show();
