/**
 * What may be drawn: the part of BPMN 2.0 that the flow engine plays (docs/decisions/0019-flow-subset.md). Palette, context pad and replace menu offer
 * these pieces and nothing else, so that what cannot be played cannot be drawn. Pure; knows nothing of the drawing library but the shape of its elements.
 */

/** A piece of a process as it is drawn. */
export const pieceKinds = ['start', 'user', 'service', 'rule', 'call', 'part', 'exclusive', 'inclusive', 'parallel', 'timer', 'catch', 'throw', 'border', 'end', 'terminate'] as const;
export type PieceKind = (typeof pieceKinds)[number];

/** What an element on the drawing is: a piece, a way between two, the process itself, something only drawn (a note, a lane), or outside the subset. */
export type ElementKind = PieceKind | 'way' | 'process' | 'only_drawn' | 'outside';

/** How a piece is made and shown: its BPMN type, event definition, icon of the drawing font, and the word its ids begin with. */
export interface Piece {
  readonly type: string;
  readonly definition?: string;
  readonly icon: string;
  readonly idWord: string;
}

const timer = 'bpmn:TimerEventDefinition';
const message = 'bpmn:MessageEventDefinition';
const terminate = 'bpmn:TerminateEventDefinition';

/** Every piece. */
export const pieces: Readonly<Record<PieceKind, Piece>> = {
  start: { type: 'bpmn:StartEvent', icon: 'bpmn-icon-start-event-none', idWord: 'start' },
  user: { type: 'bpmn:UserTask', icon: 'bpmn-icon-user-task', idWord: 'task' },
  service: { type: 'bpmn:ServiceTask', icon: 'bpmn-icon-service-task', idWord: 'service' },
  rule: { type: 'bpmn:BusinessRuleTask', icon: 'bpmn-icon-business-rule-task', idWord: 'table' },
  call: { type: 'bpmn:CallActivity', icon: 'bpmn-icon-call-activity', idWord: 'call' },
  part: { type: 'bpmn:SubProcess', icon: 'bpmn-icon-subprocess-expanded', idWord: 'part' },
  exclusive: { type: 'bpmn:ExclusiveGateway', icon: 'bpmn-icon-gateway-xor', idWord: 'choice' },
  inclusive: { type: 'bpmn:InclusiveGateway', icon: 'bpmn-icon-gateway-or', idWord: 'choices' },
  parallel: { type: 'bpmn:ParallelGateway', icon: 'bpmn-icon-gateway-parallel', idWord: 'side' },
  timer: { type: 'bpmn:IntermediateCatchEvent', definition: timer, icon: 'bpmn-icon-intermediate-event-catch-timer', idWord: 'wait' },
  catch: { type: 'bpmn:IntermediateCatchEvent', definition: message, icon: 'bpmn-icon-intermediate-event-catch-message', idWord: 'heard' },
  throw: { type: 'bpmn:IntermediateThrowEvent', definition: message, icon: 'bpmn-icon-intermediate-event-throw-message', idWord: 'tell' },
  border: { type: 'bpmn:BoundaryEvent', definition: timer, icon: 'bpmn-icon-intermediate-event-catch-timer', idWord: 'late' },
  end: { type: 'bpmn:EndEvent', icon: 'bpmn-icon-end-event-none', idWord: 'end' },
  terminate: { type: 'bpmn:EndEvent', definition: terminate, icon: 'bpmn-icon-end-event-terminate', idWord: 'stop' },
};

/** What the palette shows, group by group; a timer at a border is set from the activity it watches. */
export const paletteGroups: readonly (readonly PieceKind[])[] = [['start', 'end', 'terminate'], ['user', 'service', 'rule'], ['exclusive', 'parallel', 'inclusive'], ['timer', 'catch', 'throw'], ['part', 'call']];

const families: readonly (readonly PieceKind[])[] = [['user', 'service', 'rule', 'call'], ['exclusive', 'parallel', 'inclusive'], ['timer', 'catch', 'throw'], ['end', 'terminate']];

/** What a piece may be turned into; something outside the subset may become what stands nearest to it. */
export function replacements(kind: ElementKind, type: string): readonly PieceKind[] {
  const family = families.find((one) => (one as readonly string[]).includes(kind));
  if (family) return family.filter((one) => one !== kind);
  if (kind !== 'outside') return [];
  if (/Gateway$/.test(type)) return ['exclusive', 'parallel', 'inclusive'];
  if (/Task$/.test(type)) return ['user', 'service', 'rule', 'call'];
  if (/Intermediate/.test(type)) return ['timer', 'catch', 'throw'];
  if (/StartEvent$/.test(type)) return ['start'];
  if (/EndEvent$/.test(type)) return ['end', 'terminate'];
  if (/BoundaryEvent$/.test(type)) return ['border'];
  return [];
}

/** What may be set after a piece from its context pad. */
export function appendable(kind: ElementKind): readonly PieceKind[] {
  if (kind === 'end' || kind === 'terminate' || kind === 'way' || kind === 'process' || kind === 'only_drawn') return [];
  return ['user', 'service', 'exclusive', 'parallel', 'timer', 'end'];
}

/** Activities at whose border a timer may stand. */
export const mayHaveBorder = (kind: ElementKind): boolean => kind === 'user' || kind === 'part' || kind === 'call';
/** Activities that may be done once for each entry of a list. */
export const mayBeEach = (kind: ElementKind): boolean => kind === 'user' || kind === 'part';

/** What is read of an element of the model. */
export interface ModelElement {
  readonly $type: string;
  readonly eventDefinitions?: readonly { readonly $type: string }[] | undefined;
}

const onlyDrawn: readonly string[] = ['bpmn:TextAnnotation', 'bpmn:Association', 'bpmn:Group', 'bpmn:Lane', 'bpmn:LaneSet', 'bpmn:Participant', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference', 'bpmn:DataInputAssociation', 'bpmn:DataOutputAssociation'];
const byTypeAlone: Readonly<Record<string, ElementKind>> = { 'bpmn:SequenceFlow': 'way', 'bpmn:Process': 'process', 'bpmn:Collaboration': 'process', 'bpmn:Task': 'outside' };

/** What an element is. Start events by message, error events, event-based gateways and whatever else the engine does not play are `outside`. */
export function kindOf(element: ModelElement): ElementKind {
  const known = byTypeAlone[element.$type];
  if (known) return known;
  if (onlyDrawn.includes(element.$type)) return 'only_drawn';
  const definitions = (element.eventDefinitions ?? []).map((one) => one.$type);
  const found = pieceKinds.find((kind) => pieces[kind].type === element.$type && definitions.length <= 1 && pieces[kind].definition === definitions[0]);
  return found ?? 'outside';
}
