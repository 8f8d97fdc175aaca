"""Turns the example data of COINr (asem_iData.csv, asem_iMeta.csv) into the tables that `parindex robustness` reads.

Usage: python3 convert.py FOLDER_WITH_THE_TWO_FILES asem
"""
import csv
import sys

source, target = sys.argv[1], sys.argv[2]


def read(name):
    with open(f'{source}/{name}', encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


meta = [row for row in read('asem_iMeta.csv') if row['Level']]
units = read('asem_iData.csv')
indicators = [row['iCode'] for row in meta if row['Level'] == '1']


def write(name, rows):
    with open(f'{target}/{name}', 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, lineterminator='\n').writerows(rows)


write('structure.csv', [['code', 'parent', 'level', 'weight', 'direction']]
      + [[row['iCode'], row['Parent'], row['Level'], row['Weight'], row['Direction']] for row in meta])
write('data.csv', [['unit', *indicators]]
      + [[row['uCode'], *('' if row[code] == 'NA' else row[code] for code in indicators)] for row in units])
