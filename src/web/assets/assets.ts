import { createRequire } from 'node:module';
import { readAsset } from './asset.js';

const require = createRequire(import.meta.url);
const here = (file: string) => new URL(file, import.meta.url);

/** All that pages load, and nothing from elsewhere: the pages work behind `default-src 'self'`. */
export const ASSETS = {
  pico: readAsset('pico', 'css', require.resolve('@picocss/pico/css/pico.min.css')),
  ruleforge: readAsset(
    'ruleforge',
    'css',
    ...[
      'theme.css',
      'frame.css',
      'menu.css',
      'page.css',
      'acts.css',
      'list.css',
      'pieces.css',
      'role-mapping.css',
      'account.css',
      'audit.css',
      'provisioning.css',
      'set-up.css',
      'credentials.css',
      'activity.css',
      'health.css',
      'providers.css',
      'people.css',
      'person.css',
    ].map(here),
  ),
  htmx: readAsset('htmx', 'js', require.resolve('htmx.org/dist/htmx.min.js')),
  copy: readAsset('copy', 'js', here('copy.js')),
  favicon: readAsset('favicon', 'svg', here('favicon.svg')),
} as const;
