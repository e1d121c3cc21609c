import { describe, expect, it } from 'vitest';
import { findMaker, type Trial } from '../../../notebooks/environment/find-python.ts';

/** A machine on which these commands are there, and these have all of venv. */
const machine = (there: string[], fit: string[] = [], platform: NodeJS.Platform = 'linux'): Trial => ({
  platform,
  succeeds: (command, args) =>
    args.join(' ').includes('ensurepip') ? fit.includes(command) : there.includes(command) || fit.includes(command),
});

describe('Story: notebooks on a fresh machine', () => {
  it('uv is taken where it is there', () => {
    expect(findMaker(machine(['uv', 'python3'], ['python3']))).toEqual({ kind: 'uv', command: 'uv' });
  });

  it('else the newest Python that has venv', () => {
    expect(findMaker(machine([], ['python3', 'python3.11']))).toEqual({ kind: 'venv', command: 'python3.11' });
  });

  it('a Python without venv, as Debian has it, is told apart from none, with what to type', () => {
    expect(() => findMaker(machine(['python3', 'apt-get']))).toThrow(
      /lacks its venv module\.\n {2}sudo apt-get install -y python3-venv\n {2}or, without rights/,
    );
    expect(() => findMaker(machine(['apt-get']))).toThrow(/There is none here\./);
  });

  it('each system has its own command', () => {
    expect(() => findMaker(machine([], [], 'darwin'))).toThrow(/brew install python/);
    expect(() => findMaker(machine([], [], 'win32'))).toThrow(/winget install/);
    expect(() => findMaker(machine(['dnf']))).toThrow(/sudo dnf install/);
    expect(() => findMaker(machine([]))).toThrow(/system's packages/);
  });
});
