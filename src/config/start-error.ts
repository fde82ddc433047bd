/** What keeps the application from starting and its operator can mend. The message is the sentence that they read. */
export class StartError extends Error {
  override name = 'StartError';
}
