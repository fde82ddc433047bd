import { readSettings, type Settings } from '../config/settings.js';
import { recallAddress } from '../setup/served-address.js';

/**
 * The settings of the environment. When it does not say where the server is reached, the server on the embedded database
 * itself has left word.
 * @throws StartError for a bad variable
 */
export function readOperatorSettings(env: NodeJS.ProcessEnv): Settings {
  const given = readSettings(env);
  const address = given.databaseUrl !== undefined || env['PORT'] ? undefined : recallAddress(given.dataDirectory);
  return env['RULEFORGE_PUBLIC_URL'] ? given : readSettings({ ...env, RULEFORGE_PUBLIC_URL: address });
}
