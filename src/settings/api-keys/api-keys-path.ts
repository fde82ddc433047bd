export const API_KEYS_PATH = '/settings/api-keys';
export const NEW_API_KEY_PATH = `${API_KEYS_PATH}/new`;
