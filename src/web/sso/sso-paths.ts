/** *Settings → Identity → Providers*. */
export const PROVIDERS_PATH = '/settings/identity/providers';

/** Where people leave for a provider. It is also the address that a provider's own portal may open. */
export const loginPath = (providerId: string, options: LoginOptions = {}): string => {
  const query = new URLSearchParams(Object.entries(options).filter(([, value]) => value !== undefined));
  return `/sso/oidc/${providerId}/login${query.size > 0 ? `?${query.toString()}` : ''}`;
};

/** Where a provider says that somebody signed out there. */
export const backChannelLogoutPath = (providerId: string): string => `/sso/oidc/${providerId}/backchannel-logout`;

interface LoginOptions {
  readonly next?: string;
  readonly login_hint?: string;
}
