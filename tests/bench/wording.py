"""What a made-up archive is written with: names that are nobody's, and sentences in Korean and English."""

# Words of nature, which are nobody's names.
NAMES = [
    ("솔바람", "Solbaram"), ("달무리", "Dalmuri"), ("은하수", "Eunhasu"), ("물안개", "Mulangae"),
    ("별똥별", "Byeolttong"), ("새벽녘", "Saebyeok"), ("보름달", "Boreumdal"), ("눈송이", "Nunsongi"),
    ("봄나비", "Bomnabi"), ("꽃구름", "Kkotgureum"), ("가랑비", "Garangbi"), ("해돋이", "Haedoji"),
    ("산들바람", "Sandeul"), ("도라지", "Doraji"), ("민들레", "Mindeulle"), ("반딧불", "Banditbul"),
    ("잔물결", "Janmulgyeol"), ("초승달", "Choseungdal"), ("햇무리", "Haenmuri"), ("첫서리", "Cheotseori"),
    ("노을빛", "Noeulbit"), ("여우비", "Yeoubi"), ("돌담길", "Doldamgil"), ("모래톱", "Moraetop"),
    ("오솔길", "Osolgil"),
]  # fmt: skip
BODIES = [
    ("연구원", "Institute", "research"), ("협회", "Association", "association"),
    ("대학교", "University", "university"), ("데이터", "Data", "company"),
    ("시청", "City Hall", "government"), ("신문", "Gazette", "media"),
    ("로봇", "Robotics", "company"), ("의회", "Council", "legislature"),
]  # fmt: skip
SENTENCES = [
    ("도서관마다 다른 기준을 하나로 모아 누구나 같은 서비스를 받게 해야 한다.",
     "Every library has rules of its own; one standard for all would give every reader the same service."),
    ("시범 사업은 작게 시작해 해마다 결과를 밝히고, 그 결과를 보고 넓혀 간다.",
     "Trials should begin small, publish their results each year, and grow when those justify it."),
    ("필요한 예산은 여러 해에 걸쳐 나누어 쓰고, 쓰임새를 시민에게 공개한다.",
     "The money should be spread over several years, and how it is spent should be open to everybody."),
    ("현장에서 일하는 사람의 의견을 듣는 자리를 적어도 분기마다 마련한다.",
     "Those who do the work should be heard at least once every quarter."),
    ("공공이 가진 자료는 개인정보를 지우고 기계가 읽을 수 있는 형식으로 연다.",
     "Public data should be opened in formats that machines can read, with personal details removed."),
    ("작은 기관도 쓸 수 있도록 장비와 전산 자원을 함께 쓰는 길을 연다.",
     "Equipment and computing should be shared so that small institutions can use them, too."),
    ("사고가 나면 누가 책임지는지 미리 정하고, 그 내용을 안내문에 적는다.",
     "Who answers for an accident should be settled beforehand and printed where people see it."),
    ("해마다 한 번은 바깥의 평가를 받아 약속이 지켜졌는지 확인한다.",
     "Once a year somebody from outside should look at whether the promises were kept."),
    ("교육 과정은 처음 배우는 사람과 다시 배우는 사람을 나누어 짠다.",
     "Courses should be made separately for those who begin and for those who return."),
    ("다른 도시의 사례를 그대로 옮기지 말고 형편에 맞게 고쳐 쓴다.",
     "What other cities do should be fitted to local conditions rather than copied."),
]  # fmt: skip
SUBJECTS = [
    ("공동 서가", "shared shelves"), ("안내 로봇", "guide robots"),
    ("야간 개관", "night opening"), ("열린 데이터", "open data"),
    ("마을 기록", "village records"), ("점자 자료", "braille collections"),
    ("전력 절약", "saving power"), ("사서 교육", "training librarians"),
    ("이동 도서관", "travelling libraries"),
]  # fmt: skip
DEEDS = [
    ("기준을 마련한다", "Set a standard for"),
    ("예산을 나누어 지원한다", "Fund, over several years,"),
    ("시범 사업을 시작한다", "Begin a trial of"),
    ("해마다 결과를 공개한다", "Publish each year the results of"),
]
