const { document, navigator, setTimeout } = globalThis;

// Buttons with `data-copy` copy the value of the field that they name. Without this script they stay hidden.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => copyFrom(button));
}

async function copyFrom(button) {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  if (!(await wrote(field.value))) return;
  const label = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = label), 2000);
}

/** Where the clipboard may not be written to, the field stays selected for the keyboard. */
async function wrote(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
