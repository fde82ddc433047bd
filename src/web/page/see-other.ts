/** An answer that sends the browser to another page of this site (RFC 9110 §15.4.4). */
export class SeeOther {
  constructor(readonly path: string) {}
}
