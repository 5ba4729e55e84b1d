/** The fields of the change of password. */
export type PasswordField = 'old' | 'new' | 'again';

/** Which fields cannot be sent as they stand. How easy the new one is to guess the server alone judges. */
export function passwordFaults(given: Readonly<Record<PasswordField, string>>): readonly PasswordField[] {
  const isGood = [...given.new].length >= 12 && given.new.length <= 200 && given.new !== given.old;
  return [...(given.old === '' ? ['old'] as const : []), ...(isGood ? [] : ['new'] as const), ...(given.again === given.new ? [] : ['again'] as const)];
}
