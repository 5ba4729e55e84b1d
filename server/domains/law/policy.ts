import { staff } from '../../platform/access/permission.ts';

/** Every member of staff may see by which limits and rules the work is measured, whatever the post. */
export const readLaw = staff('law.read', 'window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator');
