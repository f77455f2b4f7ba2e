"""OpenFisca, vectorised by numpy: each variable a formula over all persons at once. Obeys harness/engine.ts's orders."""

import json
import os
import sys
import time

import numpy as np
import psutil
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2023-06"
TODAY, LAST_DAY, FIRST_DAY, FIRST_MONTH = 20230601, 19930327, 20190101, 2019 * 12

Person = build_entity(key="person", plural="persons", label="", is_person=True)


def given(name, kind):
    body = {"value_type": kind, "entity": Person, "definition_period": DateUnit.MONTH}
    return type(name, (Variable,), body)


def computed(name):
    """Makes a variable of a function of the persons."""

    def make(formula):
        body = {"value_type": int, "entity": Person, "definition_period": DateUnit.MONTH}
        return type(name, (Variable,), body | {"formula": lambda person, period: formula(lambda n: person(n, period))})

    return make


@computed("reached")
def reached(fact):
    return fact("birthDate") + np.where(fact("isMale"), 600000, 550000)


@computed("reason")
def reason(fact):
    kind = fact("schoolKind")
    failing = [
        fact("isMinban") & fact("plannedRetirement"),
        fact("criminalRecord"),
        fact("dismissed"),
        fact("fraud"),
        fact("reached") > TODAY,
        np.logical_not(fact("isHome")),
        kind > 2,
        np.logical_not(fact("teachingPost")),
        fact("continuousTerms") < 2,
        fact("hiredByState") | fact("hiredBySoe"),
        fact("yearCompletedOn") > LAST_DAY,
    ]
    return np.select(failing, range(1, 12), 0)


@computed("tier")
def tier(fact):
    years = (fact("totalTerms") + 1) // 2
    return np.select([years >= 30, years >= 20, years >= 10], [1, 2, 3], 4)


@computed("amount")
def amount(fact):
    return np.where(fact("reason") > 0, -1, np.array([0, 90000, 80000, 70000, 50000])[fact("tier")])


@computed("start")
def start(fact):
    day = fact("reached")
    month = np.where(day < FIRST_DAY, FIRST_MONTH, day // 10000 * 12 + day // 100 % 100)
    return np.where(fact("reason") > 0, -1, month)


FLAGS = [
    *["isMale", "isMinban", "isHome", "teachingPost", "hiredByState", "hiredBySoe", "plannedRetirement"],
    *["criminalRecord", "dismissed", "fraud"],
]
NUMBERS = ["birthDate", "schoolKind", "continuousTerms", "totalTerms", "yearCompletedOn"]
COMPUTED = [reached, reason, tier, amount, start]


class Session:
    def __init__(self, columns):
        system = TaxBenefitSystem([Person])
        for variable in [given(n, bool) for n in FLAGS] + [given(n, int) for n in NUMBERS] + COMPUTED:
            system.add_variable(variable)
        self.rows = len(columns["birthDate"])
        self.simulation = SimulationBuilder().build_default_simulation(system, self.rows)
        for name in FLAGS + NUMBERS:
            self.simulation.set_input(name, PERIOD, np.array(columns[name]))

    def forget(self):
        for variable in COMPUTED:
            self.simulation.delete_arrays(variable.__name__)

    def decide(self):
        """What is timed: results of all persons, from inputs that are set already."""
        self.forget()
        reasons, tiers, amounts, starts = (
            self.simulation.calculate(name, PERIOD) for name in ["reason", "tier", "amount", "start"]
        )
        return [(reasons == 0).astype(np.int32), reasons, np.where(reasons > 0, 0, tiers), amounts, starts]


def timed(session, milliseconds):
    begun, passes = time.perf_counter_ns(), 0
    while True:
        session.decide()
        passes += 1
        took = time.perf_counter_ns() - begun
        if took >= milliseconds * 1_000_000:
            memory = psutil.Process(os.getpid()).memory_info().rss
            return {"nanoseconds": took / passes / session.rows, "memory": memory}


def obey(order, session):
    if order["do"] == "time":
        return timed(session, order["milliseconds"])
    if order["do"] == "outcomes":
        with open(order["path"], "wb") as file:
            for column in session.decide():
                file.write(column.astype("<i4").tobytes())
    return {}


def main():
    session = None
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "prepare":
            with open(sys.argv[1], encoding="utf-8") as file:
                session = Session(json.load(file))
            answer = {"rows": session.rows}
        else:
            answer = obey(order, session)
        print(json.dumps(answer), flush=True)
        if order["do"] == "end":
            return


main()
