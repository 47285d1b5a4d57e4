"""Marks of figures that were not reported: simulated ones, and those of a scenario."""

SIMULATED = "SỐ LIỆU MÔ PHỎNG"
SCENARIO = "KỊCH BẢN"
NAMED_SCENARIO = "KỊCH BẢN: {name}"
SCENARIO_ON_SIMULATED = "KỊCH BẢN · SỐ LIỆU MÔ PHỎNG"
