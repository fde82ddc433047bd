/** A browser without a screen: cookies for one host, and no redirect followed. */
export class Traveller {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  get(path: string): Promise<Response> {
    return this.send(path, {});
  }

  post(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  forget(name: string): void {
    this.cookies.delete(name);
  }

  private async send(path: string, options: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', cookie };
    const answer = await fetch(new URL(path, this.url), { ...options, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

/** Where a page sends the browser by itself. */
export function leadsTo(answer: Response): URL {
  const [, url] = /^0; url=(.*)$/.exec(answer.headers.get('refresh') ?? '') ?? [];
  if (!url) throw new Error(`The page leads nowhere: ${answer.status}`);
  return new URL(url);
}
