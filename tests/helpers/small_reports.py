"""Small invented reports of boards that differ in form: full reports shrunk to the parts that facts are read from.

Persons, events and words are made up; council names are real, since areas resolve to them.
"""

PARTNERSHIP_REVIEW = """\
# Rutland Safeguarding Children Partnership

# Local Child Safeguarding Practice Review

## Child Q

Independent Reviewer: Marjorie Tindlewick

Published: 14 March 2022

## 1. Introduction

1.1 This Local Child Safeguarding Practice Review (LCSPR) was commissioned by Rutland Safeguarding Children
Partnership after Child Q, a 14-week-old boy, died in November 2020 of suspected abusive head trauma. Child Q
was of White British heritage.

1.2 The period under review is from 1 February 2019 to 20 November 2020.

1.3 The partnership appointed an independent reviewer, Marjorie Tindlewick, who had no earlier links with the area.

## 2. Methodology

2.1 The review was undertaken using the Significant Incident Learning Process (SILP). A serious case review of
2014 was also read.

2.2 A criminal investigation ran in parallel with this review and the father was charged with causing the death.

## 3. Summary of events

3.1 Child Q lived with his mother, aged 22, and his father, aged 25, in temporary housing. In March 2019 the
midwife recorded that the mother had told her of domestic abuse and no referral was made to children's social
care. In August 2020 Child Q was born six weeks early at the county hospital. The health visitor saw bruising
to the arm of Child Q on 2 October 2020 and the GP was not told. On 9 November 2020 paramedics found Child Q
unresponsive and he died in hospital four days later.

## 4. Recommendations

1. The partnership should review how pre-birth assessments are made.
"""

ADULT_REVIEW = """\
Sandwell Safeguarding Adults Board

Safeguarding Adult Review

“Adult M”

Overview report

Author: Dr Percival Oakhanger, Independent Author

June 2021

## Introduction

This is the report of a Safeguarding Adults Review (SAR) under section 44 of the Care Act 2014. It concerns a
woman who will be referred to as Adult M. Adult M was 83 years old when she died at home on 4 January 2020.
She had pressure ulcers and it is believed that sepsis was the cause of her death.

Her ethnicity was recorded as Black Caribbean.

## Scope of the review

The review considers the period between 1 June 2018 and 4 January 2020.

## How the review was done

A hybrid approach was used, with agency chronologies and a learning event.

The inquest into the death of Adult M was opened and adjourned by the coroner.

## Background

Adult M lived alone in a council flat and had care visits four times a day. Her son, who was 51, visited at weekends.
"""

HOMICIDE_REVIEW = """\
# Safer Cornwall Partnership

## DOMESTIC HOMICIDE REVIEW

## Overview Report into the death of Anneka

Independent Chair and Author
Wilhelmina Starbottle

Date report completed: September 2019

## Introduction

This Domestic Homicide Review examines agency responses and support given to Anneka before she was killed by
her husband in May 2018. Anneka is a pseudonym. Anneka was a 41-year-old woman of Polish origin. Cornwall
Community Safety Partnership commissioned the review.

The perpetrator, who will be known as Darius, was aged 47. He pleaded guilty to murder in November 2018 and
was sentenced to life imprisonment.

The time period under review is from January 2015, when Anneka moved to the county, to May 2018. Anneka had
two children. Anneka worked in a shop. Anneka was known to the police. Anneka saw her GP. Anneka called an
ambulance. Anneka told a friend. Anneka left twice.
"""

JOINT_REVIEW = """\
# Joint Domestic Homicide Review and Safeguarding Adults Review

## Mr A and Mrs B

Commissioned by: Norfolk Safeguarding Adults Board

Date of publication: 3 February 2020

## Executive summary

Mr A, aged 79, and Mrs B, aged 77, were found dead at their home in the summer of 2018. Mr A and Mrs B had
been married for fifty years. Mr A is believed to have killed Mrs B before he took his own life.

The inquest recorded a narrative conclusion.

| Pseudonym | Relationship | Age | Ethnicity |
|---|---|---|---|
| Mr A | Subject | 79 | White British |
| Mrs B | Subject | 77 | White British |
| Ms C | Daughter | 50 | White British |
"""

WELSH_REVIEW = """\
# Gwent Safeguarding Board

# Extended Child Practice Review Report

## GSB 4/2017

## Brief outline of circumstances resulting in the review

An extended child practice review was commissioned by Gwent Safeguarding Board in accordance with the guidance
Protecting Children in Wales. The child will be referred to as Child F. Child F, a girl aged 15, died by
suicide in March 2017 while she was looked after. Child F had lived in four placements.

## Circumstances

Time period reviewed: 1 March 2016 to 14 March 2017

The ethnicity of Child F was not recorded.
"""

SCOTTISH_REVIEW = """\
# Fife Child Protection Committee

# Learning Review

# Baby Jay

Lead Reviewers: Ottoline Brackenhurst and Fergus Mullenthorpe

Autumn 2023

## Background

Baby Jay was 5 months old when his mother found him lifeless in July 2022. Baby Jay and his parents had moved
from another area. Baby Jay was the first child of the family. An earlier significant case review in another
area in 2016 is mentioned below.
"""

RAPID_REVIEW = """\
Rapid Review

| Review type | Rapid review |
|---|---|
| Partnership | Derby and Derbyshire Safeguarding Children Partnership |
| Name used in report | Sibling group K |
| Date of incident | 12 April 2023 |
| Age | 4 |
| Gender | Female |
| Ethnicity | Not recorded |
| Date of report | 3 May 2023 |

## Summary

Sibling group K were found alone in a flat in severe neglect. Sibling group K were removed by the police.
"""

ALL = {
    "partnership": PARTNERSHIP_REVIEW,
    "adult": ADULT_REVIEW,
    "homicide": HOMICIDE_REVIEW,
    "joint": JOINT_REVIEW,
    "welsh": WELSH_REVIEW,
    "scottish": SCOTTISH_REVIEW,
    "rapid": RAPID_REVIEW,
}
