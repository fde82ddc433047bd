import type { Page } from 'playwright-core';
import { languageOf } from '../../../src/web/language.js';
import { ErrorPage } from '../../../src/web/page/error-page.js';
import { renderHtml } from '../../../src/web/page/render-html.js';

/** What is answered with this status when the application or what it needs is in trouble, without the trouble. */
export const troubled = (status: number) => async (page: Page) => {
  await page.route('**/trouble', async (route) => {
    const language = languageOf(await route.request().allHeaders());
    const view = <ErrorPage status={status} requestId="01990b2e-6d7c-7f3a-9d0c-3f5f6f0f2a11" language={language} />;
    await route.fulfill({ status, contentType: 'text/html; charset=utf-8', body: renderHtml(view) });
  });
  await page.goto('/trouble');
  await page.unroute('**/trouble');
};
