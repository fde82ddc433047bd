import type { Translated } from '../../web/language.js';
import type { ConnectionScreen } from './connection-path.js';

/** The words that the screens of a connection share. */
export interface ConnectionMessages {
  readonly provisioning: string;
  readonly screens: string;
  readonly tabs: Readonly<Record<ConnectionScreen, string>>;
  readonly newer: string;
  readonly older: string;
  readonly showAll: string;
  readonly pages: string;
  readonly period: string;
  readonly periods: Readonly<Record<'' | 'hour' | 'day' | 'week' | 'month', string>>;
}

export const CONNECTION_MESSAGES: Translated<ConnectionMessages> = {
  en: {
    provisioning: 'Provisioning',
    screens: 'Screens of this connection',
    tabs: {
      'set-up': 'Set-up',
      credentials: 'Credentials',
      'role-mapping': 'Role mapping',
      activity: 'Activity',
      health: 'Health',
      'sign-in-check': 'Sign-in check',
      offboarding: 'Offboarding',
      settings: 'Settings',
    },
    newer: 'Newest',
    older: 'Older',
    showAll: 'Show all',
    pages: 'Pages',
    period: 'Period',
    periods: { '': 'Any time', hour: 'Last hour', day: 'Last 24 hours', week: 'Last 7 days', month: 'Last 30 days' },
  },
  pt: {
    provisioning: 'Provisionamento',
    screens: 'Telas desta conexão',
    tabs: {
      'set-up': 'Configuração',
      credentials: 'Credenciais',
      'role-mapping': 'Mapeamento de papéis',
      activity: 'Atividade',
      health: 'Saúde',
      'sign-in-check': 'Verificação de login',
      offboarding: 'Desligamentos',
      settings: 'Ajustes',
    },
    newer: 'Mais recentes',
    older: 'Mais antigas',
    showAll: 'Mostrar tudo',
    pages: 'Páginas',
    period: 'Período',
    periods: {
      '': 'Todos',
      hour: 'Última hora',
      day: 'Últimas 24 horas',
      week: 'Últimos 7 dias',
      month: 'Últimos 30 dias',
    },
  },
};
