"""Invented people. Nobody's data: the region code of every number belongs to no place, and the places have names that no place has.

Who a person is comes from the seed alone; nothing lets a caller write a name or a number of their own onto a document.
"""

import dataclasses
import datetime
from dataclasses import dataclass

from .chance import chance
from .check_digits import mod_11_2

# No place of GB/T 2260 has these: provinces begin with 11 to 83, and 91.
NOBODYS_AREAS = ("999999", "109999")
# "Today" of every picture, so that the same seed means the same person next year; what is valid stays so for three years more.
TODAY = datetime.date(2026, 11, 1)
VALID_ON = datetime.date(2029, 11, 1)

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
RARE_SURNAMES = ("亓", "逄", "乜", "昝", "璩", "麴", "仝", "隗", "鞠", "欧阳", "司徒", "尉迟", "皇甫", "长孙", "㑇", "邘")
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰志文建国晓东海燕红梅春雪晨宇浩然子涵欣怡梓轩思源嘉诚雨桐一诺俊熙若曦"
    "云帆景行书瑶知远清和安宁"
)
RARE_GIVEN = tuple("犇翀赟旻堃喆燚淼鑫骉彧垚昉晔琤祎頔旸珺玥䶮㛃䥽𬭎𫖯")
# A family name after the dot or a father's given name, as peoples with long names write them.
DOTTED = {
    "维吾尔": (
        ("阿依古丽", "买买提明", "努尔比亚", "艾力江", "帕提古丽", "吐尔逊江"),
        ("库尔班", "艾合买提", "阿布都热依木", "玉山", "托合提"),
    ),
    "哈萨克": (("叶尔波力", "阿依达娜", "巴合提古丽", "江阿古力"), ("哈力别克", "马合木提", "居马汗")),
    "柯尔克孜": (("古丽娜尔", "吐尔干"), ("阿曼吐尔", "玉素甫")),
}
NATIONS = ("汉",) * 14 + ("壮", "满", "回", "苗", "土家", "彝", "蒙古", "藏", "布依", "朝鲜")

PROVINCES = ("澜川省", "景澄省", "朔原省", "云汀省", "青屿自治区", "望舒市")
CITIES = ("星渡市", "砚溪市", "鹤洲市", "临霁市", "松陵岗市", "白鹭港市")
DISTRICTS = ("枫桥湾区", "银杏坪区", "竹影县", "石鼓塘区", "月牙泊县", "听涛区")
ROADS = ("试验路", "拟真大道", "样例街", "虚构巷", "想象北路", "假设中路", "范本东街")
VILLAGES = ("柳絮镇虚村", "杏花乡拟家坪村", "石桥镇样板村")

# Names in Latin letters as the Chinese passport writes them.
PINYIN_SURNAMES = {
    "王": "WANG",
    "李": "LI",
    "张": "ZHANG",
    "刘": "LIU",
    "陈": "CHEN",
    "杨": "YANG",
    "黄": "HUANG",
    "赵": "ZHAO",
    "吕": "LYU",
    "欧阳": "OUYANG",
    "司徒": "SITU",
}
PINYIN_GIVEN = {
    "伟": "WEI",
    "芳": "FANG",
    "娜": "NA",
    "敏": "MIN",
    "静": "JING",
    "强": "QIANG",
    "磊": "LEI",
    "洋": "YANG",
    "涛": "TAO",
    "明": "MING",
    "晨": "CHEN",
    "宇": "YU",
    "浩": "HAO",
    "欣": "XIN",
    "怡": "YI",
    "源": "YUAN",
    "桐": "TONG",
    "云": "YUN",
    "帆": "FAN",
    "瑶": "YAO",
    "安": "AN",
    "宁": "NING",
}


@dataclass(frozen=True)
class Person:
    """One invented person, as the resident ID tells it."""

    seed: int
    name: str
    sex: str
    nation: str
    birth: datetime.date
    address: str
    number: str
    authority: str
    valid_from: datetime.date
    valid_until: datetime.date | None

    @property
    def is_woman(self) -> bool:
        return self.sex == "女"

    @property
    def age(self) -> int:
        return age_at(self.birth, TODAY)


def age_at(birth: datetime.date, day: datetime.date) -> int:
    """Full years on that day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def years_later(day: datetime.date, years: int) -> datetime.date:
    """The same day of a later year; 28 February where there is no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def validity_years(age_at_issue: int) -> int | None:
    """5 years below 16, 10 below 26, 20 below 46, then for life (None)."""
    if age_at_issue < 16:
        return 5
    if age_at_issue < 26:
        return 10
    return 20 if age_at_issue < 46 else None


def identity_number(area: str, birth: datetime.date, order: int) -> str:
    """Region, birth, order and check character. An area that somebody has is refused."""
    if area not in NOBODYS_AREAS:
        raise ValueError(f"{area} may be the area of real people; use one of {', '.join(NOBODYS_AREAS)}")
    seventeen = f"{area}{birth:%Y%m%d}{order:03d}"
    return seventeen + mod_11_2(seventeen)


def person(seed: int, area: str = NOBODYS_AREAS[0]) -> Person:
    """The person of a seed. Of ten, about two have a rare character in the name and one a dotted name."""
    pick = chance(seed, "person")
    sex = pick.choice("男女")
    nation, name = _name(seed)
    birth = TODAY - datetime.timedelta(days=pick.randrange(17 * 365, 78 * 365))
    order = pick.randrange(1, 499) * 2 + (1 if sex == "男" else 0)
    issued = _issue_date(birth, seed)
    years = validity_years(age_at(birth, issued))
    province, city, district = pick.choice(PROVINCES), pick.choice(CITIES), pick.choice(DISTRICTS)
    if pick.random() < 0.7:
        place = f"{pick.choice(ROADS)}{pick.randrange(1, 999)}号"
        if pick.random() < 0.7:
            place += f"{pick.randrange(1, 30)}栋{pick.randrange(1, 5)}单元{pick.randrange(1, 33)}0{pick.randrange(1, 9)}室"
    else:
        place = f"{pick.choice(VILLAGES)}{pick.randrange(1, 20)}组{pick.randrange(1, 200)}号"
    return Person(
        seed=seed,
        name=name,
        sex=sex,
        nation=nation,
        birth=birth,
        address=province + city + district + place,
        number=identity_number(area, birth, order),
        authority=_authority(city, district),
        valid_from=issued,
        valid_until=None if years is None else years_later(issued, years),
    )


def _authority(city: str, district: str) -> str:
    """A county has a bureau of its own, a district a branch of the city's."""
    return f"{district}公安局" if district.endswith("县") else f"{city}公安局{district.removesuffix('区')}分局"


def _name(seed: int) -> tuple[str, str]:
    """Nation and name."""
    pick = chance(seed, "name")
    kind = pick.random()
    if kind < 0.1:
        nation = pick.choice(sorted(DOTTED))
        given, family = DOTTED[nation]
        return nation, f"{pick.choice(given)}·{pick.choice(family)}"
    surname = pick.choice(RARE_SURNAMES) if kind < 0.2 else pick.choice(SURNAMES)
    given = "".join(pick.choice(GIVEN) for _ in range(pick.choice((1, 2, 2, 2))))
    if 0.2 <= kind < 0.3:
        given = given[:-1] + pick.choice(RARE_GIVEN)
    return pick.choice(NATIONS), surname + given


def _issue_date(birth: datetime.date, seed: int) -> datetime.date:
    """A day of the last years on which a card still valid was issued."""
    pick = chance(seed, "issued")
    while True:
        issued = TODAY - datetime.timedelta(days=pick.randrange(30, 12 * 365))
        years = validity_years(age_at(birth, issued))
        if issued > birth and (years is None or years_later(issued, years) > VALID_ON):
            return issued


def with_expired_card(who: Person) -> Person:
    """The same person with the card before this one, which is no longer valid."""
    pick = chance(who.seed, "expired")
    while True:
        issued = TODAY - datetime.timedelta(days=pick.randrange(5 * 365, 60 * 365))
        years = validity_years(age_at(who.birth, issued))
        if issued > who.birth and years is not None and years_later(issued, years) < TODAY:
            return dataclasses.replace(who, valid_from=issued, valid_until=years_later(issued, years))
