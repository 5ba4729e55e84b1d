/** Absences of staff and who stands in (代理): from one day to another, both included, in the time of Shenzhen. */
import { Type, type Static } from 'typebox';
import { closed, Instant, LocalDate, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Post } from './people.ts';

/** An absence. It is never changed: it is ended, and a new one is entered. */
export const Absence = Type.Object(
  {
    absenceId: Uuid, staffId: Uuid, staffName: Type.String(), standInId: Uuid, standInName: Type.String(), fromOn: LocalDate, toOn: LocalDate,
    /** the posts of the absent person that the stand-in holds too: only their links pass to the stand-in */
    covered: Type.Array(Post), uncovered: Type.Array(Post),
    madeAt: Instant, madeByName: Type.String(), endedAt: nullable(Instant), endedByName: nullable(Type.String()),
    /** what the caller may do */
    mayEnd: Type.Boolean(),
  },
  closed,
);
export type Absence = Static<typeof Absence>;

/** A colleague who may be entered as absent, or stand in. */
export const AbsenceColleague = Type.Object({ staffId: Uuid, name: Type.String(), posts: Type.Array(Post) }, closed);
export type AbsenceColleague = Static<typeof AbsenceColleague>;

export const listAbsences = endpoint({
  id: 'listAbsences', method: 'GET', path: '/api/v1/absences', tag: 'staff',
  summary: 'Absences that are not over: the caller\'s own, those the caller stands in for, and those of whom the caller may enter absences, at most 200', reply: Type.Object({ absences: Type.Array(Absence) }, closed),
});
export const listAbsenceColleagues = endpoint({
  id: 'listAbsenceColleagues', method: 'GET', path: '/api/v1/absences/colleagues', tag: 'staff',
  summary: 'Whose absence the caller may enter (`staff`, the caller first), and who shares a post with one of them (`standIns`)',
  query: Type.Object({ staffId: Type.Optional(Uuid), text: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
  reply: Type.Object({ staff: Type.Array(AbsenceColleague), standIns: Type.Array(AbsenceColleague) }, closed),
});
export const enterAbsence = endpoint({
  id: 'enterAbsence', method: 'POST', path: '/api/v1/absences', tag: 'staff', status: 201,
  summary: 'Enters an absence and the stand-in: one\'s own, or another\'s as hall manager of the institution or administrator', body: Type.Object({ staffId: Uuid, standInId: Uuid, fromOn: LocalDate, toOn: LocalDate }, closed), reply: Absence,
});
export const endAbsence = endpoint({
  id: 'endAbsence', method: 'POST', path: '/api/v1/absences/:absenceId/end', tag: 'staff', summary: 'Ends an absence now, begun or not', params: Type.Object({ absenceId: Uuid }, closed), reply: Absence,
});
