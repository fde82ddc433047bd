/** For what a webhook's secret is sealed: for that receiver, and no other. */
export const webhookPurpose = (receiverId: string): string => `webhook ${receiverId}`;
