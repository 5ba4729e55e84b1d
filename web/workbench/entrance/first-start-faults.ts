/** The fields of the first-start page. */
export type FirstStartField = 'name' | 'login' | 'password' | 'again';

/** Which fields cannot be sent as they stand: the shapes of contract/people.ts firstStart, and the password typed twice alike. */
export function firstStartFaults(given: Readonly<Record<FirstStartField, string>>): Partial<Record<FirstStartField, true>> {
  return {
    ...(given.name === '' ? { name: true as const } : {}),
    ...(/^[a-z][a-z0-9._-]{2,40}$/.test(given.login) ? {} : { login: true as const }),
    ...(given.password.length >= 12 && given.password.length <= 200 ? {} : { password: true as const }),
    ...(given.again === given.password ? {} : { again: true as const }),
  };
}
