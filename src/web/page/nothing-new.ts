/** An answer to a page that asks whether there is anything newer: there is not, so it stays as it is (204). */
export class NothingNew {
  readonly status = 204;
}
