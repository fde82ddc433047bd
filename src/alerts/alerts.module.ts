import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { AdministratorLetters } from './administrator-letters.service.js';

/** Tells Administrators what cannot wait until somebody looks. */
@Module({ imports: [MailModule], providers: [AdministratorLetters], exports: [AdministratorLetters] })
export class AlertsModule {}
