import { Controller, Get, Headers, NotFoundException, Param, Res, StreamableFile } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ASSET_ROOT, type Asset } from './asset.js';
import { ASSETS } from './assets.js';

/** Style, script and icon of the pages; kept by browsers for a year, because a changed file has another path. */
@Controller(ASSET_ROOT)
export class AssetsController {
  constructor(private readonly host: HttpAdapterHost) {}

  @Get(':file')
  read(
    @Param('file') file: string,
    @Headers('accept-encoding') encodings: string | undefined,
    @Res({ passthrough: true }) response: unknown,
  ): StreamableFile {
    const asset = BY_PATH.get(`${ASSET_ROOT}/${file}`);
    if (!asset) throw new NotFoundException();
    const compressed = /\bgzip\b/.test(encodings ?? '');
    this.describe(response, compressed);
    return toFile(asset, compressed);
  }

  private describe(response: unknown, compressed: boolean): void {
    this.host.httpAdapter.setHeader(response, 'Cache-Control', 'public, max-age=31536000, immutable');
    this.host.httpAdapter.setHeader(response, 'Vary', 'Accept-Encoding');
    if (compressed) this.host.httpAdapter.setHeader(response, 'Content-Encoding', 'gzip');
  }
}

const BY_PATH = new Map<string, Asset>(Object.values(ASSETS).map((asset) => [asset.path, asset]));

function toFile({ contentType, content, compressed }: Asset, asCompressed: boolean): StreamableFile {
  const body = asCompressed ? compressed : content;
  return new StreamableFile(body, { type: contentType, length: body.length });
}
