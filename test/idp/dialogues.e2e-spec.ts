import { ADAPTERS, type RunningApplication } from '../support/running-application.js';
import { shareApplication } from '../support/share-application.js';
import { readDialogue, replay } from './dialogue.js';

const DIALOGUES = [
  'okta-user-lifecycle',
  'entra-user-lifecycle',
  'entra-user-lifecycle-legacy',
  'onelogin-user-lifecycle',
  'google-user-lifecycle',
  'okta-group-push',
  'okta-group-push-put',
  'entra-group-lifecycle',
  'authentik-group-lifecycle',
  'jumpcloud-group-lifecycle',
];

describe.each(ADAPTERS)('on %s', (adapter) => {
  let app: RunningApplication;
  beforeAll(async () => {
    app = await shareApplication(adapter);
  });

  it.each(DIALOGUES)('holds the conversation %s', async (name) => {
    const { scim } = await app.found();
    await replay(readDialogue(name).steps, scim.baseUrl, scim.token);
  });
});
