// What a request should be, as plainly as it can be said: a model to hold the real object to.

import { ROUND_THE_CLOCK, WORKING_DAYS, toTheMinute, written } from './working-time.mjs';

const HOUR = 60;
const DAY = 1440;
const CLASSES = {
  urgent: { rhythm: ROUND_THE_CLOCK, limit: 2 * HOUR, warn: HOUR / 2 },
  day: { rhythm: ROUND_THE_CLOCK, limit: 24 * HOUR, warn: 4 * HOUR },
  week: { rhythm: WORKING_DAYS, limit: 7 * DAY, warn: DAY },
  fortnight: { rhythm: WORKING_DAYS, limit: 15 * DAY, warn: 2 * DAY },
};

/** The categories of the model, by class and by whether they are nobody else's business. */
export const CATEGORIES = {
  pay: ['week', true], station: ['day', false], childcare: ['week', false], safety: ['urgent', false],
  psychological: ['urgent', true], praise: ['fortnight', false], programme: ['fortnight', true],
};

/** Desks by code: the streets of two districts, those districts, the city. */
export const DESKS = {
  110108012: '110108', 110108013: '110108', 110105001: '110105', 110108: 'city', 110105: 'city', city: null,
};
const LEVELS = ['street', 'district', 'city'];
const levelOf = (desk) => (desk === 'city' ? 2 : desk.length === 6 ? 1 : 0);
const isAbove = (desk, other) => {
  const up = DESKS[other];
  return up !== null && (up === desk || isAbove(desk, up));
};

const NEEDS_NOTE = ['return', 'ask', 'write', 'answer', 'refer_out', 'reveal'];
const OF_HANDLERS = ['take', 'return', 'ask', 'write', 'answer', 'reveal'];
const OF_SUPERVISORS = [...OF_HANDLERS, 'dispatch', 'join', 'refer_out'];
const MOVES = { request_handler: OF_HANDLERS, supervisor: OF_SUPERVISORS };

/** Whether somebody sees what `desk` has. */
export const sees = ({ role, desk: own }, desk) =>
  ['auditor', 'request_handler', 'supervisor'].includes(role) && (own === desk || isAbove(own, desk));

export class Model {
  constructor({ reference, category, desk, at }) {
    const [name, isPrivate] = CATEGORIES[category];
    Object.assign(this, CLASSES[name], {
      reference, isPrivate, desk, stage: 'received', holder: null, floor: 0, returns: 0,
      isWarned: false, isOverdue: false, used: 0, since: toTheMinute(at),
    });
    this.keeper = desk.length === 9 ? DESKS[desk] : desk;
    this.log = [{ what: 'filed', at, by: 'worker', desk, said: true }];
  }

  get isOpen() {
    return !['answered', 'joined', 'referred_out', 'solved', 'withdrawn'].includes(this.stage);
  }

  get isEnded() { return ['solved', 'withdrawn'].includes(this.stage); }

  get due() { return this.when(this.limit); }

  /** When the alarm rings next; null where nothing would follow. */
  get alarm() {
    if (this.isOverdue) return null;
    return this.isWarned ? this.due : this.when(this.limit - this.warn);
  }

  when(minutes) {
    return this.since === null ? null : this.rhythm.after(this.since, Math.max(0, minutes - this.used));
  }

  get queue() {
    if (this.isEnded) return 'ended';
    if (!this.isOpen) return 'answered';
    if (this.stage === 'asked') return 'asked';
    if (this.isOverdue) return 'overdue';
    return this.isWarned ? 'soon' : 'later';
  }

  /** What tells its place in a list. */
  get turn() {
    const queues = ['overdue', 'soon', 'later', 'asked', 'answered', 'ended'];
    const at = this.due ?? this.log.at(-1).at;
    return [queues.indexOf(this.queue), this.isEnded ? -at : at, this.reference];
  }

  stop(at) {
    if (this.since === null) return;
    this.used += this.rhythm.between(this.since, toTheMinute(at));
    this.since = null;
  }

  run(at) { this.since ??= toTheMinute(at); }

  /** Everything that is due rings at `now`. */
  settle(now) {
    for (let due = this.due; due !== null && !this.isOverdue; due = this.due) {
      if (due <= now) this.ring(this.desk === 'city' ? 'overdue' : 'escalate', now);
      else if (!this.isWarned && this.alarm <= now) this.ring('warn', now);
      else break;
    }
  }

  ring(what, at) {
    if (what === 'warn') this.isWarned = true;
    if (what === 'overdue') this.isOverdue = true;
    if (what === 'escalate') this.goUp('escalated', at);
    this.log.push({ what, at, by: 'clock', desk: this.desk, said: false });
  }

  goUp(stage, at) {
    this.desk = DESKS[this.desk] ?? 'city';
    Object.assign(this, {
      stage, holder: null, floor: levelOf(this.desk), used: 0, since: toTheMinute(at), isWarned: false, isOverdue: false,
    });
  }

  /** How a move of `who` is answered: 200, or the status and the code of the refusal. */
  answer(who, { move, note, seen, to }) {
    if (who !== 'worker') {
      if (!sees(who, this.desk)) return [404];
      if (who.desk !== this.desk || !MOVES[who.role]?.includes(move)) return [403];
      if (move !== 'reveal' && seen !== this.log.length - 1) return [409, 'seen changed'];
    }
    const against = this.against(who, move, note, to);
    return against ? [409, `move ${against}`] : [200];
  }

  against(who, move, note, to) {
    if (NEEDS_NOTE.includes(move) && !note?.trim()) return 'note_missing';
    if (move === 'reveal') return null;
    if (move === 'write') return this.isEnded ? 'ended' : null;
    if (['solved', 'not_solved'].includes(move)) {
      if (this.isEnded) return 'ended';
      return this.isOpen ? 'not_answered' : null;
    }
    if (!this.isOpen) return 'not_open';
    if (['ask', 'answer'].includes(move)) {
      if (this.holder === null) return 'not_in_hand';
      if (this.holder !== who.id) return 'not_the_holder';
      return move === 'ask' && this.stage === 'asked' ? 'already_asked' : null;
    }
    if (move === 'take') return this.holder === who.id ? 'already_taken' : null;
    if (move === 'return') {
      if (this.desk === 'city') return 'nothing_above';
      return this.returns === 2 ? 'returned_too_often' : null;
    }
    if (move === 'dispatch') {
      if (!isAbove(this.desk, to)) return 'not_below';
      return levelOf(to) < this.floor ? 'too_low' : null;
    }
    if (move === 'join') {
      if (this.isPrivate) return 'private';
      return to === this.reference ? 'joined_to_itself' : null;
    }
    return null;
  }

  /** Makes a move that is legal. */
  make(who, { move, note, to }, at) {
    const arrive = (desk, stage) => {
      this.run(at);
      Object.assign(this, { desk, stage, holder: null });
    };
    const close = (stage) => {
      this.stop(at);
      Object.assign(this, { stage, holder: null });
    };
    const moves = {
      dispatch: () => arrive(to, 'dispatched'),
      take: () => {
        this.holder = who.id;
        if (this.stage !== 'asked') this.stage = 'in_hand';
      },
      return: () => {
        this.returns += 1;
        if (this.returns === 2) this.floor = Math.max(this.floor, 1);
        arrive(DESKS[this.desk], 'returned');
      },
      ask: () => {
        this.stop(at);
        this.stage = 'asked';
      },
      write: () => {
        if (who !== 'worker' || this.stage !== 'asked') return;
        this.run(at);
        this.stage = 'in_hand';
      },
      answer: () => close('answered'),
      join: () => close('joined'),
      refer_out: () => close('referred_out'),
      withdraw: () => close('withdrawn'),
      solved: () => { this.stage = 'solved'; },
      not_solved: () => this.goUp('reopened', at),
      reveal: () => {},
    };
    moves[move]();
    this.log.push({ what: move, at, by: who === 'worker' ? who : who.id, desk: this.desk, said: note !== undefined });
  }

  /** What the API should say of it. */
  expected() {
    const left = Math.max(0, this.limit - this.used);
    return {
      stage: this.stage,
      desk: { code: this.desk, level: LEVELS[levelOf(this.desk)] },
      due: this.due === null ? null : { at: written(this.due), assumed: this.rhythm.isAssumed(this.since, left) },
      overdue: this.isOverdue,
      events: this.log.slice(1).map(({ what, at }) => `${written(at)} ${what}`),
    };
  }
}
