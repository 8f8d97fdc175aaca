import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

const problemsOf = (environment: Readonly<Record<string, string>>): unknown => {
  const settings = readSettings(environment, '/srv')
  return settings.ok ? [] : settings.problems.map((each) => [each.code, each.at])
}

describe('settings', () => {
  it('let an installation run without any: this machine alone, demo data, the embedded database', () => {
    const settings = readSettings({ PATH: '/bin', HOSTNAME: 'pc', HOME: '/root', POST: 'x', npm_config_port: '1' }, '/srv')
    expect(settings).toMatchObject({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 3000,
        portIsChosen: false,
        dataDir: '/srv/data',
        isDemo: true,
        isHttps: false,
        timeZone: 'Asia/Ho_Chi_Minh',
      },
    })
    expect(settings.ok && settings.value.database).toBeUndefined()
  })

  it('take an empty value for none', () => {
    expect(problemsOf({ PORT: '', DATABASE_URL: ' ' })).toEqual([])
  })

  it('refuse everything that is wrong at once', () => {
    expect(
      problemsOf({
        PORT: '70000',
        BASE_URL: 'ftp://x',
        TIME_ZONE: 'Asia/Hue',
        LOG_LEVEL: 'loud',
        TRUSTED_PROXIES: '10.0.0.0/33',
        DEMO: 'yes',
      }),
    ).toEqual([
      ['invalidValue', 'BASE_URL'],
      ['invalidValue', 'PORT'],
      ['invalidValue', 'TRUSTED_PROXIES'],
      ['invalidValue', 'TIME_ZONE'],
      ['invalidValue', 'LOG_LEVEL'],
      ['invalidValue', 'DEMO'],
    ])
  })

  it('want a secret as soon as the address is https, and no demo accounts', () => {
    expect(problemsOf({ BASE_URL: 'https://cchc.example.vn' })).toEqual([['missingField', 'SESSION_SECRET']])
    expect(problemsOf({ BASE_URL: 'https://cchc.example.vn', SESSION_SECRET: 'short' })).toEqual([['invalidValue', 'SESSION_SECRET']])
    const settings = readSettings({
      BASE_URL: 'https://cchc.example.vn',
      SESSION_SECRET: 'x'.repeat(32),
      TRUSTED_PROXIES: '10.0.0.1, fd00::/8',
    })
    expect(settings).toMatchObject({ ok: true, value: { isHttps: true, isDemo: false, trustedProxies: ['10.0.0.1', 'fd00::/8'] } })
  })

  it('want both logins of a database of one’s own', () => {
    expect(problemsOf({ DATABASE_URL: 'postgresql://a@db/parindex' })).toEqual([['missingField', 'DATABASE_OWNER_URL']])
    expect(problemsOf({ DATABASE_OWNER_URL: 'postgresql://a@db/parindex' })).toEqual([['missingField', 'DATABASE_URL']])
    expect(problemsOf({ DATABASE_URL: 'mysql://a:secret@db', DATABASE_OWNER_URL: 'postgres://o@db/p' })).toEqual([
      ['invalidValue', 'DATABASE_URL'],
    ])
  })

  it('do not repeat a password in a problem', () => {
    expect(JSON.stringify(readSettings({ DATABASE_URL: 'mysql://a:geheim@db' }))).not.toContain('geheim')
  })

  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATA_DRI', 'DATA_DIR'],
    ['TRUSTED_PROXYS', 'TRUSTED_PROXIES'],
    ['SESION_SECRET', 'SESSION_SECRET'],
  ])('recognise %s as a slip for %s', (name, meant) => {
    const settings = readSettings({ [name]: 'x' })
    expect(settings.ok ? [] : settings.problems).toMatchObject([{ code: 'unknownSetting', name, meant }])
  })

  it('refuse what is ours by its prefix and what this version does not do', () => {
    expect(problemsOf({ PARINDEX_COLOUR: 'blue', S3_BUCKET: 'b', SMTP_URL: 'http://x', FILES: 's3' })).toEqual([
      ['unknownSetting', 'PARINDEX_COLOUR'],
      ['settingNotOffered', 'S3_BUCKET'],
      ['invalidValue', 'FILES'],
      ['invalidValue', 'SMTP_URL'],
    ])
  })
})
