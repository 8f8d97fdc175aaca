"""Computes a composite index from its tables in 60 decimal digits, with nothing but Python's standard library.

Written from the documentation of COINr (n_minmax, n_goalposts, n_zscore, a_amean, a_gmean, a_hmean, rank_df, get_sensitivity) and of R
(quantile type 7), not from this project's code. Usage: python3 oracle.py FOLDER > FOLDER/expected.json
"""
import csv
import json
import random
import sys
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 60
folder = Path(sys.argv[1])


def table(name):
    with open(folder / name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def exact(text):
    """The double that every program reads, in full."""
    return Decimal(float(text))


nodes = {row['code']: row for row in table('structure.csv')}
children = {}
for code, row in nodes.items():
    children.setdefault(row['parent'], []).append(code)
root = children[''][0]
data = table('data.csv')
units = [row['unit'] for row in data]
indicators = [code for code, row in nodes.items() if row['level'] == '1']
nominal = {code: exact(row['weight'] or '1') for code, row in nodes.items()}


def normalised(code, method, numbers):
    sign = int(nodes[code]['direction'])
    known = {row['unit']: exact(row[code]) * sign for row in data if row[code] != ''}
    if method == 'minmax':
        low, high = numbers
        least, greatest = min(known.values()), max(known.values())
        return {unit: (value - least) / (greatest - least) * (high - low) + low for unit, value in known.items()}
    if method == 'zscore':
        mean, deviation = numbers
        own = sum(known.values()) / len(known)
        spread = (sum((value - own) ** 2 for value in known.values()) / (len(known) - 1)).sqrt()
        return {unit: (value - own) / spread * deviation + mean for unit, value in known.items()}
    if method == 'goalposts':
        low, high, scale = numbers
        posts = (low, high) if sign == 1 else (-high, -low)
        share = {unit: (value - posts[0]) / (posts[1] - posts[0]) for unit, value in known.items()}
        return {unit: min(Decimal(1), max(Decimal(0), value)) * scale for unit, value in share.items()}
    return known


def mean(pairs, method):
    total = sum(weight for _, weight in pairs)
    if method == 'arithmetic':
        return sum(weight * value for value, weight in pairs) / total
    if method == 'geometric':
        return (sum(weight * value.ln() for value, weight in pairs) / total).exp()
    return total / sum(weight / value for value, weight in pairs)


def scores(method, numbers, aggregation, weights):
    found = {code: normalised(code, method, numbers) for code in indicators}
    for level in range(2, 1 + max(int(row['level']) for row in nodes.values())):
        for code in [code for code, row in nodes.items() if int(row['level']) == level]:
            found[code] = {}
            for unit in units:
                pairs = [(found[child][unit], weights[child]) for child in children[code] if unit in found[child]]
                if pairs:
                    found[code][unit] = mean(pairs, aggregation)
    return found


def ranks(column, is_indicator=False):
    """Rank 1 is best, equal values share the smallest. Where another value is so near that doubles may tie or part the two, least and greatest rank.

    Equal values of one indicator are the same double and tie for certain."""
    found = {}
    for unit, value in column.items():
        near = Decimal('1e-12') * max(1, abs(value))
        others = [other - value for key, other in column.items() if key != unit]
        doubtful = sum(abs(other) <= near and not (is_indicator and other == 0) for other in others)
        least = 1 + sum(other > near for other in others)
        found[unit] = [least, least + doubtful] if doubtful else least
    return found


def quantile(values, share):
    ordered = sorted(values)
    place = Decimal(len(ordered) - 1) * Decimal(share)
    below = int(place)
    if below + 1 == len(ordered):
        return Decimal(ordered[below])
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def case(method, numbers, aggregation, codes):
    found = scores(method, [Decimal(number) for number in numbers], aggregation, nominal)
    ranked = {code: ranks(found[code], code in indicators) for code in codes}
    return {
        'normalise': method,
        'range': ','.join(numbers),
        'aggregate': aggregation,
        'scores': {unit: {code: float(found[code][unit]) if unit in found[code] else None for code in codes} for unit in units},
        'ranks': {unit: {code: ranked[code].get(unit) for code in codes} for unit in units},
    }


def replicated():
    by_replication = {}
    for row in table('weights.csv'):
        by_replication.setdefault(int(row['replication']), {})[row['code']] = exact(row['weight'])
    each = [ranks(scores('minmax', [Decimal(0), Decimal(100)], 'arithmetic', {**nominal, **by_replication[at]})[root]) for at in sorted(by_replication)]
    lists = {unit: [found[unit] for found in each] for unit in units}
    return {
        'replicated': {
            unit: {
                'mean': float(Decimal(sum(values)) / len(values)),
                'median': float(quantile(values, '0.5')),
                'p05': float(quantile(values, '0.05')),
                'p95': float(quantile(values, '0.95')),
            }
            for unit, values in lists.items()
        },
        'replicatedRanks': lists,
    }


def write_weights():
    """Twenty sets of weights; in the later ones only some codes are named, and some weigh nothing."""
    draw = random.Random(2026)
    with open(folder / 'weights.csv', 'w', encoding='utf-8', newline='') as file:
        file.write('replication,code,weight\n')
        for replication in range(1, 21):
            for code in nodes:
                if replication <= 10 or draw.random() < 0.5:
                    weight = 0 if replication > 15 and draw.random() < 0.2 else round(draw.uniform(0.2, 3), 4)
                    file.write(f'{replication},{code},{weight}\n')


aggregates = [code for code in nodes if code not in indicators]
write_weights()
print(json.dumps({
    'cases': [
        case('minmax', ['0', '100'], 'arithmetic', list(nodes)),
        case('minmax', ['1', '100'], 'geometric', aggregates),
        case('minmax', ['1', '100'], 'harmonic', aggregates),
        case('zscore', ['0', '1'], 'arithmetic', aggregates),
        case('zscore', ['10', '2'], 'geometric', aggregates),
        case('goalposts', ['5', '80', '10'], 'arithmetic', aggregates),
        case('none', [], 'arithmetic', aggregates),
    ],
    **replicated(),
}, separators=(',', ':')))
