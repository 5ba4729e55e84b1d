import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { departmentModes, startDepartment, type DepartmentMode, type DepartmentState } from './fake-department-server.ts';

// STAND-IN: plays the system of a department on this machine, so that the connection can be tried without one. DEPARTMENT_SECRET is the secret shown when the registration was
// approved, DEPARTMENT_CALLBACK_URL the address shown there, DEPARTMENT_PORT where it listens, DEPARTMENT_MODE how it behaves, DEPARTMENT_WORK_MS its pause before working on a
// link, DEPARTMENT_STATE a file in which it keeps what it took, so that it goes on after it was killed.
const { env } = process;
const mode = (env.DEPARTMENT_MODE ?? 'well') as DepartmentMode;
if (!env.DEPARTMENT_SECRET || !env.DEPARTMENT_CALLBACK_URL || !departmentModes.includes(mode)) {
  process.stderr.write(`DEPARTMENT_SECRET and DEPARTMENT_CALLBACK_URL are needed; DEPARTMENT_MODE is one of ${departmentModes.join(', ')}.\n`);
  process.exit(1);
}
const file = env.DEPARTMENT_STATE;
const department = await startDepartment({
  port: Number(env.DEPARTMENT_PORT ?? 4020), secret: env.DEPARTMENT_SECRET, callbackUrl: env.DEPARTMENT_CALLBACK_URL, mode, workMs: Number(env.DEPARTMENT_WORK_MS ?? 2_000),
  ...(file && existsSync(file) ? { state: JSON.parse(readFileSync(file, 'utf8')) as DepartmentState } : {}),
  ...(file ? {
    onChange: (state: DepartmentState) => {
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    },
  } : {}),
});
console.log(`Stand-in of a department (${mode}): ${department.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => { void department.close().then(() => process.exit(0)); });
}
process.once('disconnect', () => { void department.close().then(() => process.exit(0)); });
