// Buttons with `data-copy` copy the field of that id, or else that text, and say so. Hidden where there is no clipboard.
const show = () => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll('[data-copy][hidden]')) button.hidden = false;
};

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-copy]') : null;
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  if (field) field.select();
  await navigator.clipboard.writeText(field ? field.value : button.dataset.copy);
  const before = button.textContent;
  button.textContent = button.dataset.copied;
  const status = button.nextElementSibling;
  if (status) status.textContent = button.dataset.copied;
  setTimeout(() => {
    button.textContent = before;
    if (status) status.textContent = '';
  }, 2000);
});

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLInputElement && target.readOnly) target.select();
});

document.addEventListener('htmx:after:swap', show);
show();
