import { ROLE_LABELS, ROLES, type Role } from '../members/roles.js';
import type { Translated } from './language.js';

/** What the organization roles are called. */
export const ROLE_NAMES: Translated<Readonly<Record<Role, string>>> = {
  en: ROLE_LABELS,
  pt: {
    administrator: 'Administrador',
    security_content_lead: 'Líder de conteúdo de segurança',
    reviewer: 'Revisor',
    engineer: 'Engenheiro',
    read_only: 'Somente leitura',
  },
};

/** Whether a text is the key of a role. */
export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);
