import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's Chromium without its own window first: it takes a third of the processor's time for the same pages. */
const PLACES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);
const executablePath = PLACES.find((place) => existsSync(place));

/**
 * A suite that needs a real browser. Where there is none it is left out, and says so; in CI it fails instead, because
 * there a suite that nobody sees skipped proves nothing.
 */
export const describeInBrowser = (name: string, suite: () => void): void => {
  if (executablePath !== undefined || process.env['CI']) {
    describe(name, () => {
      afterEach(closeVisitors);
      suite();
    });
    return;
  }
  console.warn(
    `\n*** SKIPPED, no browser: ${name}\n*** Install one: apt-get install --no-install-recommends chromium-headless-shell\n`,
  );
  describe.skip(name, suite);
};

let shared: Promise<Browser> | undefined;

/**
 * The browser of all specs of one test file; it ends with the file.
 *
 * @throws in CI, when there is no browser
 */
export function shareBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(`No browser at ${PLACES.join(', ')}.`);
  return (shared ??= chromium.launch({ executablePath, args: [...ARGUMENTS] }));
}

const ARGUMENTS = [
  // CI runs as root, and the only pages that are opened are ours.
  ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  // A page is gone before the optimizing compilers have earned what they take: a fifth of the processor's time.
  '--js-flags=--no-turbofan,--no-maglev',
];

afterAll(async () => (await shared)?.close());

/** How a screen may be looked at. */
export interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
  /** What the browser says that its user reads. */
  readonly locale?: string;
}

export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** A browser with these cookies, and what its pages complained about; it ends with the test. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts and violations of the content security policy. */
  readonly complaints: readonly string[];
}

// Contexts are used again, by one visitor at a time: what a visitor has loaded before, scripts and styles, is loaded.
const idle: { readonly baseURL: string; readonly look: string; readonly context: BrowserContext }[] = [];
const taken: typeof idle = [];

export async function openVisitor(
  browser: Browser,
  baseURL: string,
  look: Look = {},
  cookies: Cookies = [],
): Promise<Visitor> {
  const context = await takeContext(browser, baseURL, look);
  await context.addCookies(cookies);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return { context, page, complaints };
}

async function takeContext(browser: Browser, baseURL: string, look: Look): Promise<BrowserContext> {
  const { width = 1280, ...options } = look;
  const wanted = JSON.stringify(look);
  const found = idle.findIndex((place) => place.baseURL === baseURL && place.look === wanted);
  const [place] = found < 0 ? [] : idle.splice(found, 1);
  const context =
    place?.context ?? (await browser.newContext({ baseURL, viewport: { width, height: 800 }, ...options }));
  context.setDefaultTimeout(10_000);
  taken.push({ baseURL, look: wanted, context });
  return context;
}

/** Ends what is kept for visitors of an application that ends. */
export async function closeContexts(baseURL: string): Promise<void> {
  const [left, kept] = [
    idle.filter((place) => place.baseURL === baseURL),
    idle.filter((place) => place.baseURL !== baseURL),
  ];
  idle.splice(0, idle.length, ...kept);
  await Promise.all(left.map(({ context }) => context.close()));
}

async function closeVisitors(): Promise<void> {
  const places = taken.splice(0);
  await Promise.all(places.map(({ context }) => leave(context)));
  idle.push(...places);
}

async function leave(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()));
  await context.clearCookies();
}
