import { Module } from '@nestjs/common';
import { SecretBox } from './secret-box.service.js';

/** Secrets that are kept to be read again. */
@Module({ providers: [SecretBox], exports: [SecretBox] })
export class SecretsModule {}
