const BROWSER = { accept: 'text/html' };

/** A browser without script: it keeps its cookie, sends forms and follows nothing by itself. */
export class Visitor {
  private cookie = '';

  constructor(private readonly url: string) {}

  static async signedIn(
    url: string,
    { email, password }: { readonly email: string; readonly password: string },
    organizationId?: string,
  ): Promise<Visitor> {
    const visitor = new Visitor(url);
    const { status } = await visitor.post('/sign-in', { email, password, ...(organizationId && { organizationId }) });
    if (status !== 303) throw new Error(`${email} could not sign in: ${status}`);
    return visitor;
  }

  /** Another browser that has the same cookie. */
  twin(): Visitor {
    const twin = new Visitor(this.url);
    twin.cookie = this.cookie;
    return twin;
  }

  keep(cookie: string): this {
    this.cookie = cookie;
    return this;
  }

  get = (path: string) => this.send(path, {});

  post = (path: string, form: Readonly<Record<string, string>> = {}) =>
    this.send(path, { method: 'POST', body: new URLSearchParams(form) });

  private async send(path: string, request: RequestInit): Promise<Answer> {
    const headers = { ...BROWSER, ...(this.cookie && { cookie: this.cookie }) };
    const response = await fetch(`${this.url}${path}`, { ...request, headers, redirect: 'manual' });
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? '';
    return {
      status: response.status,
      location: response.headers.get('location') ?? undefined,
      headers: response.headers,
      html: await response.text(),
    };
  }
}

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: Headers;
  readonly html: string;
}
