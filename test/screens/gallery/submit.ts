import type { Page } from 'playwright-core';

/** Sends what a form of the product would send, in the session of the page. @returns the page that answers */
export async function submit(page: Page, path: string, form: Readonly<Record<string, string>>): Promise<string> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(path, { form: { ...form }, headers: { origin } });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.text();
}
