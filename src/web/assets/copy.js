// Buttons that copy the field which they name; without script they stay hidden, and the field can be selected.
function furnish() {
  for (const button of document.querySelectorAll('button[data-copy][hidden]')) button.hidden = false;
}

document.addEventListener('click', async ({ target }) => {
  const button = target instanceof Element && target.closest('button[data-copy]');
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  await navigator.clipboard.writeText(field.value);
  button.textContent = button.dataset.copied;
});

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLTextAreaElement && target.readOnly) target.select();
});

document.addEventListener('htmx:after:swap', furnish);
furnish();
