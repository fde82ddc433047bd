import { ADAPTERS, type RunningApplication, startApplication } from '../support/running-application.js';
import { readDialogue, replay } from './dialogue.js';

/** Those that touch Users only; of OneLogin's, the steps that do. */
const DIALOGUES = [
  'okta-user-lifecycle',
  'entra-user-lifecycle',
  'entra-user-lifecycle-legacy',
  'onelogin-user-lifecycle',
  'google-user-lifecycle',
];

describe.each(ADAPTERS)('on %s', (adapter) => {
  let app: RunningApplication;
  beforeAll(async () => {
    app = await startApplication(adapter);
  });
  afterAll(() => app.stop());

  it.each(DIALOGUES)('holds the conversation %s', async (name) => {
    const { scim } = await app.found();
    const { steps } = readDialogue(name);
    await replay(
      steps.filter(({ request }) => !request.path.startsWith('/Groups')),
      scim.baseUrl,
      scim.token,
    );
  });
});
