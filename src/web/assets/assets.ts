import { createRequire } from 'node:module';
import { readAsset } from './asset.js';

const require = createRequire(import.meta.url);

/** All that pages load, and nothing from elsewhere: the pages work behind `default-src 'self'`. */
export const ASSETS = {
  pico: readAsset('pico', 'css', require.resolve('@picocss/pico/css/pico.min.css')),
  ruleforge: readAsset('ruleforge', 'css', new URL('ruleforge.css', import.meta.url)),
  htmx: readAsset('htmx', 'js', require.resolve('htmx.org/dist/htmx.min.js')),
  favicon: readAsset('favicon', 'svg', new URL('favicon.svg', import.meta.url)),
} as const;
