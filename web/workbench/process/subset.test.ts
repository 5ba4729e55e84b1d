import { describe, expect, it } from 'vitest';
import { appendable, kindOf, paletteGroups, pieceKinds, pieces, replacements } from './subset.ts';

const event = (type: string, ...definitions: string[]) => ({ $type: type, eventDefinitions: definitions.map(($type) => ({ $type })) });

describe('what may be drawn', () => {
  it('is recognised by type and event definition, each piece as itself', () => {
    for (const kind of pieceKinds) expect(kindOf(event(pieces[kind].type, ...(pieces[kind].definition ? [pieces[kind].definition] : []))), kind).toBe(kind);
  });

  it('leaves outside what the engine does not play', () => {
    for (const one of [
      event('bpmn:StartEvent', 'bpmn:MessageEventDefinition'), event('bpmn:EndEvent', 'bpmn:ErrorEventDefinition'), event('bpmn:IntermediateThrowEvent'), event('bpmn:BoundaryEvent', 'bpmn:MessageEventDefinition'),
      event('bpmn:IntermediateCatchEvent', 'bpmn:TimerEventDefinition', 'bpmn:MessageEventDefinition'), event('bpmn:EventBasedGateway'), event('bpmn:ScriptTask'), event('bpmn:AdHocSubProcess'), event('bpmn:Task'),
    ]) expect(kindOf(one), one.$type).toBe('outside');
    expect(kindOf(event('bpmn:TextAnnotation'))).toBe('only_drawn');
  });

  it('is all in the palette but the timer at a border, each once', () => {
    const shown = paletteGroups.flat();
    expect([...shown].sort()).toEqual(pieceKinds.filter((kind) => kind !== 'border').sort());
  });

  it('turns only into its own kind; what is outside turns into the nearest inside', () => {
    expect(replacements('exclusive', 'bpmn:ExclusiveGateway')).toEqual(['parallel', 'inclusive']);
    expect(replacements('start', 'bpmn:StartEvent')).toEqual([]);
    expect(replacements('outside', 'bpmn:EventBasedGateway')).toEqual(['exclusive', 'parallel', 'inclusive']);
    expect(replacements('outside', 'bpmn:ScriptTask')).toContain('service');
    expect(replacements('outside', 'bpmn:AdHocSubProcess')).toEqual([]);
  });

  it('goes on after everything but an end', () => {
    expect(appendable('end')).toEqual([]);
    expect(appendable('terminate')).toEqual([]);
    expect(appendable('user')).toContain('exclusive');
  });
});
