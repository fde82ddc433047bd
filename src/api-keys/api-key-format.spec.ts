import { isApiKeyOf, mintApiKey, readApiKeyId } from './api-key-format.js';

describe('an API key', () => {
  it('has the prefix of its kind, an id, 256 secret bits and a checksum', () => {
    const { id, value, digest } = mintApiKey();
    expect(value).toMatch(/^rfk_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}$/);
    expect(readApiKeyId(value)).toBe(id);
    expect(isApiKeyOf(value, digest)).toBe(true);
    expect(isApiKeyOf(mintApiKey().value, digest)).toBe(false);
    expect(isApiKeyOf(value, Buffer.alloc(0))).toBe(false);
  });

  it.each([
    ['nothing', () => ''],
    ['another kind', (value: string) => value.replace('rfk_', 'rfscim_')],
    ['another digit', (value: string) => value.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))],
    ['more text', (value: string) => `${value}\n`],
    ['upper case', (value: string) => value.toUpperCase()],
  ])('is not read from %s', (_, spoil) => expect(readApiKeyId(spoil(mintApiKey().value))).toBeUndefined());
});
