// Gives a process a clock that is wrong by CLOCK_AHEAD_MS: from its start, or with CLOCK_JUMPS=yes from SIGUSR2 on. Time
// goes on at its usual pace, so the steady counter of the machine is left alone.
const Real = Date;
const realNow = Real.now;
const ahead = Number(process.env.CLOCK_AHEAD_MS);
let off = process.env.CLOCK_JUMPS === 'yes' ? 0 : ahead;
process.on('SIGUSR2', () => (off = ahead));

globalThis.Date = class Date extends Real {
  constructor(...given) {
    if (given.length > 0) super(...given);
    else super(realNow() + off);
  }

  static now() {
    return realNow() + off;
  }
};
