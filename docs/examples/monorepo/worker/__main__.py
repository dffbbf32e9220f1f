"""Send orders: each CODE:TIMES is one that the service fails so many times."""

import sys

from order import order

service, *orders = sys.argv[1:]
for i, what in enumerate(orders):
    fail, times = what.split(":")
    ordered, attempts, trouble = order(f"{service}/orders/worker-{i}?fail={fail}&times={times}")
    print(f"{trouble}: {'ordered' if ordered else 'given up'} after {attempts}")
