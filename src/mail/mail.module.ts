import { Module } from '@nestjs/common';
import { MailDispatcher } from './mail-dispatcher.service.js';
import { MailSender } from './mail-sender.service.js';
import { MailService } from './mail.service.js';

/** Mail to people. */
@Module({ providers: [MailService, MailSender, MailDispatcher], exports: [MailService] })
export class MailModule {}
