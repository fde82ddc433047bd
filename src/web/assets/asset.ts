import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file that every page may load. Its path carries a hash of its content, so a browser may keep it for ever. */
export interface Asset {
  readonly path: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly compressed: Buffer;
}

/** Where assets are served, without a slash at the end. */
export const ASSET_ROOT = '/assets';

/**
 * Reads an asset once, at start; of several files it is all of them, one after the other.
 * @throws when a file is not there: a build without its assets must not start
 */
export function readAsset(name: string, extension: AssetExtension, ...files: (URL | string)[]): Asset {
  const content = Buffer.concat(files.map((file) => readFileSync(file)));
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  return {
    path: `${ASSET_ROOT}/${name}.${hash}.${extension}`,
    contentType: CONTENT_TYPES[extension],
    content,
    compressed: gzipSync(content, { level: 9 }),
  };
}

type AssetExtension = 'css' | 'js' | 'svg';

const CONTENT_TYPES: Readonly<Record<AssetExtension, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
